import { db } from '../db/client.ts';
import { inTypeOrder, serviceTypeSelect } from '../interests/service-type-queries.ts';
import { inStageOrder, stageSelect } from '../interests/stage-queries.ts';
import type { InterestStage } from '../interests/types.ts';

const ROWS = 200;

export type StageSetting = InterestStage & { uses: number };
export type TypeSetting = { id: string; name: string; uses: number };
type Settings<Row> = { shown: Row[]; archived: Row[] };

/** All stages in their order, with how many interests are in each. */
export async function readStageSettings(): Promise<Settings<StageSetting>> {
  const [rows, counts] = await Promise.all([
    db.interestStage.findMany({ select: { ...stageSelect, archivedAt: true }, orderBy: inStageOrder, take: ROWS }),
    db.interest.groupBy({ by: ['stageId'], _count: { _all: true } }),
  ]);
  return settingsOf(rows, new Map(counts.map(({ stageId, _count }) => [stageId, _count._all])));
}

export async function readTypeSettings(): Promise<Settings<TypeSetting>> {
  const [rows, counts] = await Promise.all([
    db.serviceType.findMany({ select: { ...serviceTypeSelect, archivedAt: true }, orderBy: inTypeOrder, take: ROWS }),
    db.interest.groupBy({ by: ['serviceTypeId'], where: { serviceTypeId: { not: null } }, _count: { _all: true } }),
  ]);
  return settingsOf(rows, new Map(counts.map(({ serviceTypeId, _count }) => [serviceTypeId ?? '', _count._all])));
}

function settingsOf<Row extends { id: string; archivedAt: Date | null }>(rows: Row[], uses: Map<string, number>) {
  const counted = rows.map((row) => ({ ...row, uses: uses.get(row.id) ?? 0 }));
  return {
    shown: counted.filter(({ archivedAt }) => archivedAt === null),
    archived: counted.filter(({ archivedAt }) => archivedAt !== null),
  };
}
