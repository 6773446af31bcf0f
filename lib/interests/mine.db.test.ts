import { beforeEach, describe, expect, test } from 'vitest';
import { createCall, createLeg } from '../../prisma/factories/calls.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { addCall } from './add-call.ts';
import { listMyCalls } from './mine-queries.ts';

const AT = new Date('2026-11-28T10:00:00Z');
const LATER = new Date('2026-11-28T10:05:00Z');
let world: Awaited<ReturnType<typeof createPbxWorld>>;

beforeEach(async () => {
  world = await createPbxWorld();
});

const callsOf = (userId: string) => listMyCalls({ userId, seesAllLines: false }, AT);

describe('[S3.17] my calls today', () => {
  test('of a call with two interests mine is named, also where a colleague registered theirs later', async () => {
    const { olga, oskar, source } = world;
    const call = await createCall(db, { connectionId: source.id, operatorId: olga.id, startedAt: AT });
    await createLeg(db, { callId: call.id, userId: oskar.id, answeredAt: AT });
    const mine = await createInterest(db, { subject: 'Lunch', responsibleId: olga.id });
    const theirs = await createInterest(db, { subject: 'A fair', responsibleId: oskar.id });
    await addCall(db, { interestId: mine.id, callId: call.id, text: '' }, { userId: olga.id, at: AT });
    expect(await callsOf(oskar.id)).toMatchObject([{ interest: { subject: 'Lunch', ledBy: 'Olga Operator' } }]);

    await addCall(db, { interestId: theirs.id, callId: call.id, text: '' }, { userId: oskar.id, at: LATER });
    expect(await callsOf(olga.id)).toMatchObject([{ interest: { subject: 'Lunch', ledBy: null } }]);
    expect(await callsOf(oskar.id)).toMatchObject([{ interest: { subject: 'A fair', ledBy: null } }]);
  });

  test('[R28] a call between colleagues is with the other one, whoever called', async () => {
    const { olga, oskar, source } = world;
    const extensionOf = async (userId: string) =>
      (await db.pbxAccount.findFirstOrThrow({ where: { userId }, select: { extension: true } })).extension;
    const [from, to] = [await extensionOf(olga.id), await extensionOf(oskar.id)];
    const call = await createCall(db, {
      ...{ connectionId: source.id, direction: 'internal', startedAt: AT, operatorId: oskar.id },
      ...{ fromE164: null, fromRaw: from, fromDisplay: from, toRaw: to, toDisplay: to },
    });
    await createLeg(db, { callId: call.id, userId: olga.id, answeredAt: AT });

    expect(await callsOf(oskar.id)).toMatchObject([{ display: from, colleague: 'Olga Operator', customer: null }]);
    expect(await callsOf(olga.id)).toMatchObject([{ display: to, colleague: 'Oskar Operator', customer: null }]);
  });
});
