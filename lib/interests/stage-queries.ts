import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { InterestStage } from './types.ts';

const STAGE_ROWS = 100;

export const stageSelect = { id: true, name: true, standard: true, kind: true } satisfies Prisma.InterestStageSelect;
export const inStageOrder = [{ position: 'asc' }, { id: 'asc' }] satisfies Prisma.InterestStageOrderByWithRelationInput[];

/** Those an interest can be moved to, in their order; what is closed comes last. */
export async function listStages(): Promise<InterestStage[]> {
  const stages = await db.interestStage.findMany({
    select: stageSelect,
    where: { archivedAt: null },
    orderBy: inStageOrder,
    take: STAGE_ROWS,
  });
  return [...stages.filter(({ kind }) => kind === 'active'), ...stages.filter(({ kind }) => kind !== 'active')];
}

/** Put away while interests were in them, which still are. */
export function listArchivedStagesInUse(): Promise<InterestStage[]> {
  return db.interestStage.findMany({
    select: stageSelect,
    where: { archivedAt: { not: null }, interests: { some: {} } },
    orderBy: inStageOrder,
    take: STAGE_ROWS,
  });
}
