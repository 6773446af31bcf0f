import { randomUUID } from 'node:crypto';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import type { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import type { RegisterInquiry } from './schema.ts';

/** For tests: Olga has a call that Oskar had before her. */
export async function callOfBoth(world: Awaited<ReturnType<typeof createPbxWorld>>, fromE164: string | null) {
  const { id } = await createCall(db, {
    connectionId: world.source.id,
    fromE164,
    phase: 'talking',
    operatorId: world.olga.id,
    answeredAt: new Date(),
  });
  await createLeg(db, { callId: id, userId: world.oskar.id, answeredAt: new Date(), state: 'ended' });
  return id;
}

/** The calls in an interest's timeline. */
export function callsOf(interestId: string) {
  return db.interaction.findMany({ where: { interestId, kind: 'call' } });
}

type What = Extract<RegisterInquiry['inquiry'], { kind: 'new' }>;

export function inquiryOf(callId: string | null, of: What['of'], overrides: Partial<What> = {}): RegisterInquiry {
  const what = { subject: 'Lunch for a team', whatToDo: '', serviceTypeId: null, description: '' };
  return {
    registrationId: randomUUID(),
    callId,
    opensInterest: true,
    inquiry: { kind: 'new', interestId: randomUUID(), of, ...what, ...overrides },
  };
}

export function inquiryInto(
  callId: string | null,
  interestId: string,
  overrides: Partial<Omit<Extract<RegisterInquiry['inquiry'], { kind: 'existing' }>, 'kind' | 'interestId'>> = {},
): RegisterInquiry {
  const what = {
    from: { whatToDo: '', serviceTypeId: null },
    who: { name: '', company: '' },
    whatToDo: '',
    serviceTypeId: null,
    description: '',
  };
  const inquiry = { kind: 'existing', interestId, ...what, ...overrides } as const;
  return { registrationId: randomUUID(), callId, opensInterest: true, inquiry };
}
