import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createInterest } from '../../prisma/factories/interests.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { MoveInterest } from './move-schema.ts';
import { storeMove } from './move-store.ts';
import { readStageChange } from './stage-change.ts';
import type { StandardStage } from './types.ts';

const AT = new Date('2026-11-28T10:00:00Z');
let marta: { id: string; name: string };
let sylwia: { id: string; name: string };
let stages: Record<StandardStage, string>;

beforeEach(async () => {
  [marta, sylwia] = [await createUser(db, { name: 'Marta' }), await createUser(db, { name: 'Sylwia' })];
  const rows = await db.interestStage.findMany({ where: { standard: { not: null } } });
  const idOf = (standard: StandardStage) => rows.find((row) => row.standard === standard)?.id ?? '';
  stages = { new: idOf('new'), in_work: idOf('in_work'), won: idOf('won'), lost: idOf('lost') };
});

type Way = { from: StandardStage; to: StandardStage; reason?: string; moveId?: string; by?: { id: string } };

function move(interestId: string, { from, to, reason = '', moveId = randomUUID(), by = marta }: Way) {
  const input = MoveInterest.parse({ interestId, moveId, fromStageId: stages[from], toStageId: stages[to], reason });
  return storeMove(input, { userId: by.id, at: AT });
}

const stored = (id: string) =>
  db.interest.findUniqueOrThrow({ where: { id }, include: { stage: true, interactions: { orderBy: { at: 'asc' } } } });

describe('[S3.17] an interest that is moved', () => {
  test('is in its new stage, and the timeline says from where', async () => {
    const { id } = await createInterest(db);
    expect(await move(id, { from: 'new', to: 'in_work' })).toEqual({ kind: 'moved', version: 2 });

    const { interactions, ...row } = await stored(id);
    expect(row).toMatchObject({ stageId: stages.in_work, stageSince: AT, closedAt: null, version: 2, changedAt: AT });
    expect(interactions).toMatchObject([{ kind: 'stage_change', at: AT, byId: marta.id }]);
    expect(readStageChange(interactions[0]?.details)).toEqual({
      from: { name: '', standard: 'new' },
      to: { name: '', standard: 'in_work' },
      reason: '',
    });
  });

  test('to won or lost is closed, with the reason; reopened it is not', async () => {
    const { id } = await createInterest(db);
    expect(await move(id, { from: 'new', to: 'lost', reason: '  ' })).toEqual({ kind: 'reasonMissing' });
    await move(id, { from: 'new', to: 'lost', reason: 'Too expensive' });
    expect(await stored(id)).toMatchObject({ closedAt: AT, lostReason: 'Too expensive' });

    await move(id, { from: 'lost', to: 'new' });
    expect(await stored(id)).toMatchObject({ closedAt: null, lostReason: '' });
    await move(id, { from: 'new', to: 'won', reason: 'never asked' });
    expect(await stored(id)).toMatchObject({ closedAt: AT, lostReason: '' });
  });

  test('[R1] sent again is moved once, whatever happened since', async () => {
    const { id } = await createInterest(db);
    const moveId = randomUUID();
    await move(id, { from: 'new', to: 'in_work', moveId });
    await move(id, { from: 'in_work', to: 'won' });
    expect(await move(id, { from: 'new', to: 'in_work', moveId })).toEqual({ kind: 'done', version: 3 });
    expect((await stored(id)).interactions).toHaveLength(2);
  });

  test('[R9] by two to different stages at once is where the first put it, and the other is told who that was', async () => {
    const { id } = await createInterest(db);
    const outcomes = await Promise.all([
      move(id, { from: 'new', to: 'won' }),
      move(id, { from: 'new', to: 'lost', reason: 'Gone', by: sylwia }),
    ]);
    const { stage, interactions } = await stored(id);
    const winner = stage.standard === 'won' ? marta : sylwia;
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['moved', 'movedMeanwhile']);
    expect(outcomes).toContainEqual(
      expect.objectContaining({ kind: 'movedMeanwhile', by: winner.name, stage: expect.objectContaining({ id: stage.id }) }),
    );
    expect(interactions).toHaveLength(1);
  });

  test('[R9] by two to the same stage at once is moved once, and both have what they wanted', async () => {
    const { id } = await createInterest(db);
    const outcomes = await Promise.all([
      move(id, { from: 'new', to: 'in_work' }),
      move(id, { from: 'new', to: 'in_work', by: sylwia }),
    ]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'moved']);
    expect((await stored(id)).interactions).toHaveLength(1);
  });

  test('while a colleague changed its words is moved all the same', async () => {
    const { id } = await createInterest(db);
    await db.interest.update({ where: { id }, data: { subject: 'Dinner', version: { increment: 1 } } });
    expect(await move(id, { from: 'new', to: 'in_work' })).toEqual({ kind: 'moved', version: 3 });
    expect(await stored(id)).toMatchObject({ subject: 'Dinner', stageId: stages.in_work });
  });

  test('to a stage that was put away, or is none, stays where it is', async () => {
    const { id } = await createInterest(db);
    const archived = await db.interestStage.create({ data: { name: 'Offer', kind: 'active', position: 9, archivedAt: AT } });
    for (const toStageId of [archived.id, randomUUID()]) {
      const input = MoveInterest.parse({ interestId: id, moveId: randomUUID(), fromStageId: stages.new, toStageId });
      expect(await storeMove(input, { userId: marta.id, at: AT })).toEqual({ kind: 'stageGone' });
    }
    expect(await move(randomUUID(), { from: 'new', to: 'won' })).toEqual({ kind: 'notFound' });
    expect(await stored(id)).toMatchObject({ stageId: stages.new, version: 1 });
  });
});
