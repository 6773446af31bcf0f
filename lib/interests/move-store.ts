import type { Actor } from '../actor.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { MoveInterest } from './move-schema.ts';
import { stageChange } from './stage-change.ts';
import { stageSelect } from './stage-queries.ts';
import { moveTo } from './stages.ts';
import type { InterestStage } from './types.ts';

export type MoveOutcome =
  | { kind: 'moved'; version: number }
  /** It was there, or this very move was made before. */
  | { kind: 'done'; version: number }
  | { kind: 'notFound' | 'reasonMissing' | 'stageGone' }
  /** Moved elsewhere since one looked: where it is now, and by whom. */
  | { kind: 'movedMeanwhile'; stage: InterestStage; by: string | null };

/** Moves an interest to another stage, once, and writes it down. Whoever changed anything else meanwhile is in nobody's way. */
export function storeMove(move: MoveInterest, { userId, at }: Actor): Promise<MoveOutcome> {
  const { interestId, moveId, fromStageId, toStageId, reason } = move;

  return db.$transaction(async (tx): Promise<MoveOutcome> => {
    // Two who move it at once do so one after the other.
    await tx.$queryRaw`select 1 from "Interest" where id = ${interestId}::uuid for update`;
    const interest = await tx.interest.findUnique({
      where: { id: interestId },
      select: { version: true, stage: { select: stageSelect } },
    });
    if (!interest) return { kind: 'notFound' };
    const { version, stage } = interest;
    if (await isMadeBefore(tx, moveId)) return { kind: 'done', version };

    const to = await lockStage(tx, toStageId);
    if (!to) return { kind: 'stageGone' };
    const ruled = moveTo({ stageId: stage.id, kind: stage.kind }, { stageId: to.id, kind: to.kind }, reason);
    if (ruled.kind === 'done') return { kind: 'done', version };
    if (stage.id !== fromStageId) return { kind: 'movedMeanwhile', stage, by: await lastMover(tx, interestId) };
    if (ruled.kind === 'reasonMissing') return ruled;

    const lostReason = to.kind === 'lost' ? reason : '';
    await tx.interest.update({
      where: { id: interestId },
      data: {
        stageId: to.id,
        stageSince: at,
        closedAt: ruled.isClosed ? at : null,
        lostReason,
        changedAt: at,
        version: { increment: 1 },
      },
      select: { id: true },
    });
    const details = stageChange(stage, to, lostReason);
    const row = { id: moveId, interestId, kind: 'stage_change', details, at, byId: userId } as const;
    await tx.interaction.create({ data: row, select: { id: true } });
    return { kind: 'moved', version: version + 1 };
  });
}

async function isMadeBefore(tx: Prisma.TransactionClient, moveId: string): Promise<boolean> {
  return (await tx.interaction.findUnique({ where: { id: moveId }, select: { id: true } })) !== null;
}

/** Null for one that is not there, or put away; what is found is not put away before the transaction ends. */
async function lockStage(tx: Prisma.TransactionClient, id: string): Promise<InterestStage | null> {
  await tx.$queryRaw`select 1 from "InterestStage" where id = ${id}::uuid for share`;
  return tx.interestStage.findFirst({ where: { id, archivedAt: null }, select: stageSelect });
}

async function lastMover(tx: Prisma.TransactionClient, interestId: string): Promise<string | null> {
  const last = await tx.interaction.findFirst({
    where: { interestId, kind: 'stage_change' },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    select: { by: { select: { name: true } } },
  });
  return last?.by?.name ?? null;
}
