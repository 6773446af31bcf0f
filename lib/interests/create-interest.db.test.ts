import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { addCall } from './add-call.ts';
import { createInterest, type NewInterest } from './create-interest.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let world: Awaited<ReturnType<typeof createPbxWorld>>;

beforeEach(async () => {
  world = await createPbxWorld();
});

const actor = () => ({ userId: world.olga.id, at: AT });
const input = (of: NewInterest['of']): NewInterest => ({
  id: randomUUID(),
  of,
  subject: 'Lunch for a team',
  whatToDo: 'Send an offer',
  description: '',
  serviceTypeId: null,
  responsibleId: world.olga.id,
});

describe('a new interest', () => {
  test('[S3.17] of a customer begins in the first stage, with a number of its own', async () => {
    const customer = await createCustomer(db);
    const [one, other] = [
      input({ customerId: customer.id, contactId: null }),
      input({ customerId: customer.id, contactId: null }),
    ];
    const numbers = [await createInterest(db, one, actor()), await createInterest(db, other, actor())];
    expect(new Set(numbers).size).toBe(2);

    const stored = await db.interest.findUniqueOrThrow({ where: { id: one.id }, include: { stage: true } });
    expect(stored).toMatchObject({
      customerId: customer.id,
      whatToDo: 'Send an offer',
      closedAt: null,
      stage: { standard: 'new' },
    });
  });

  test('[S3.13] of a potential customer keeps what was said of them', async () => {
    const number = uniqueNumber();
    const of = { potential: { name: 'Żaneta Nowa', company: 'Nowa Sp. z o.o.', phoneE164: number, phoneDisplay: number } };
    const interest = input(of);
    await createInterest(db, interest, actor());
    expect(await db.interest.findUniqueOrThrow({ where: { id: interest.id } })).toMatchObject({
      customerId: null,
      potentialName: 'Żaneta Nowa',
      phoneE164: number,
      searchText: expect.stringContaining(' zaneta nowa '),
    });
  });

  test('saved again is the same one', async () => {
    const interest = input({ customerId: (await createCustomer(db)).id, contactId: null });
    expect(await createInterest(db, interest, actor())).toBe(await createInterest(db, interest, actor()));
  });
});

test('[S3.11] [R9] a call becomes an interaction of an interest once', async () => {
  const interest = input({ customerId: (await createCustomer(db)).id, contactId: null });
  await createInterest(db, interest, actor());
  const { id: callId } = await createCall(db, { connectionId: world.source.id });
  const added = { interestId: interest.id, callId, text: '' };
  await Promise.all([addCall(db, added, actor()), addCall(db, added, actor())]);
  expect(await db.interaction.findMany({ where: { callId } })).toMatchObject([{ kind: 'call', at: AT, byId: world.olga.id }]);
});
