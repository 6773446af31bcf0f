import { randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, test } from 'vitest';
import { createCall } from '../../prisma/factories/calls.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { createNote } from '../../prisma/factories/files.ts';
import { createInterest } from '../../prisma/factories/interests.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { addCall } from './add-call.ts';
import { storeMove } from './move-store.ts';
import { listInterestsOfCustomer } from './of-customer-queries.ts';
import { storeInterestOf } from './of-customer-store.ts';
import { listTimeline } from './timeline-queries.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let world: Awaited<ReturnType<typeof createPbxWorld>>;

beforeAll(async () => {
  world = await createPbxWorld();
});

const seenBy = (userId: string, seesAllLines = false) => ({ userId, seesAllLines });

describe('what happened about an interest', () => {
  test('[R34] of a call, what was written on it and how long it was is told to who may see it; that there was one, to all', async () => {
    const { id } = await createInterest(db);
    const facts = { connectionId: world.source.id, phase: 'ended' as const, talkSeconds: 312, operatorId: world.olga.id };
    const call = await createCall(db, facts);
    await createNote(db, { callId: call.id, text: 'Said yes', authorId: world.olga.id });
    await addCall(db, { interestId: id, callId: call.id, text: 'Send an offer' }, { userId: world.olga.id, at: AT });

    const marta = await createUser(db, { role: 'manager' });
    const [hers] = (await listTimeline(id, seenBy(world.olga.id))).rows;
    expect(hers).toMatchObject({
      kind: 'call',
      text: 'Send an offer',
      by: 'Olga Operator',
      isMine: true,
      call: { talkSeconds: 312, operator: { name: 'Olga Operator' }, notes: [{ text: 'Said yes' }] },
    });
    const [martas] = (await listTimeline(id, seenBy(marta.id))).rows;
    expect(martas).toMatchObject({ kind: 'call', text: 'Send an offer', isMine: false, call: null });
    expect(JSON.stringify(martas)).not.toMatch(/312|Said yes/);
    expect((await listTimeline(id, seenBy(marta.id, true))).rows).toMatchObject([{ call: { talkSeconds: 312 } }]);

    const line = await createLine(db, { connectionId: world.source.id, operatorIds: [marta.id] });
    await db.call.update({ where: { id: call.id }, data: { lineId: line.id } });
    expect((await listTimeline(id, seenBy(marta.id))).rows).toMatchObject([{ call: { notes: [{ text: 'Said yes' }] } }]);
  });

  test('a call that is not kept any more was there all the same', async () => {
    const { id } = await createInterest(db);
    const call = await createCall(db, { connectionId: world.source.id, operatorId: world.olga.id });
    await addCall(db, { interestId: id, callId: call.id, text: '' }, { userId: world.olga.id, at: AT });
    await db.call.delete({ where: { id: call.id } });
    expect((await listTimeline(id, seenBy(world.olga.id))).rows).toMatchObject([{ kind: 'call', call: null }]);
  });

  test('[S3.17] a change of its stage says from where to where, and why it is lost', async () => {
    const { id, stageId } = await createInterest(db);
    const lost = await db.interestStage.findUniqueOrThrow({ where: { standard: 'lost' } });
    const move = { interestId: id, moveId: randomUUID(), fromStageId: stageId, toStageId: lost.id, reason: 'Too far' };
    await storeMove(move, { userId: world.olga.id, at: AT });
    expect((await listTimeline(id, seenBy(world.olga.id))).rows).toMatchObject([
      { kind: 'stage_change', change: { from: { standard: 'new' }, to: { standard: 'lost' }, reason: 'Too far' } },
    ]);
  });

  test('everything is on one page, latest first, also of one moment', async () => {
    const { id: interestId } = await createInterest(db);
    const rows = Array.from({ length: 75 }, (_, index) => ({
      id: randomUUID(),
      interestId,
      kind: 'note' as const,
      text: `Note ${index}`,
      at: new Date(AT.getTime() + Math.floor(index / 5) * 1_000),
    }));
    await db.interaction.createMany({ data: rows });

    const seen = [];
    for (let page = await listTimeline(interestId, seenBy(world.olga.id)); ; ) {
      seen.push(...page.rows);
      if (!page.next) break;
      page = await listTimeline(interestId, seenBy(world.olga.id), page.next);
    }
    expect(seen).toHaveLength(75);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(75);
    const times = seen.map(({ createdAt }) => createdAt.getTime());
    expect(times).toEqual(times.toSorted((a, b) => b - a));
  });
});

describe('the interests of a customer', () => {
  test('[S3.7] those that are worked on come before those that are over, the newest first, each on one page', async () => {
    const { id: customerId } = await createCustomer(db);
    for (let index = 0; index < 45; index += 1)
      await createInterest(db, { customerId, stage: index % 3 === 0 ? 'won' : index % 3 === 1 ? 'in_work' : 'new' });
    await createInterest(db);

    const seen = [];
    for (let page = await listInterestsOfCustomer(customerId); ; page = await listInterestsOfCustomer(customerId, page.next)) {
      seen.push(...page.rows);
      if (!page.next) break;
    }
    expect(seen).toHaveLength(45);
    expect(seen.map(({ closedAt }) => closedAt === null)).toEqual(seen.map((_, index) => index < 30));
    for (const part of [seen.slice(0, 30), seen.slice(30)]) {
      const numbers = part.map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((a, b) => b - a));
    }
  });

  test('a new one is led by who wrote it down, and is one however often it is sent', async () => {
    const { id: customerId } = await createCustomer(db);
    const said = { interestId: randomUUID(), customerId, subject: 'Lunch', whatToDo: '', serviceTypeId: null };
    const actor = { userId: world.olga.id, at: AT };
    const [one, two] = await Promise.all([storeInterestOf(said, actor), storeInterestOf(said, actor)]);
    expect(one).toEqual(two);
    expect((await listInterestsOfCustomer(customerId)).rows).toMatchObject([
      { subject: 'Lunch', responsible: { name: 'Olga Operator' } },
    ]);
    expect(await storeInterestOf({ ...said, customerId: randomUUID() }, actor)).toEqual({ kind: 'notFound' });
    const gone = { ...said, interestId: randomUUID(), serviceTypeId: randomUUID() };
    expect(await storeInterestOf(gone, actor)).toEqual({ kind: 'serviceTypeGone' });
  });
});
