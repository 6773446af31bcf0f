import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { inStageOrder, stageSelect } from '../interests/stage-queries.ts';
import { MAX_STAGES } from './limits.ts';
import type { SettingOutcome } from './outcome.ts';
import { canArchive, isNameTaken, isSameSet } from './rules.ts';
import type { AddNamed, ArchiveNamed, OrderNamed, RenameNamed } from './schema.ts';

type Tx = Prisma.TransactionClient;

/** A new stage is an active one, and comes after the others. */
export function storeNewStage({ id, name }: AddNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const stages = await lockStages(tx);
    if (stages.some((stage) => stage.id === id)) return 'stored';
    if (stages.length >= MAX_STAGES) return 'tooMany';
    if (isNameTaken(stages, id, name)) return 'nameTaken';

    await tx.interestStage.create({ data: { id, name, kind: 'active', position: afterAll(stages) }, select: { id: true } });
    await audit(tx, userId, id, { change: 'added', name });
    return 'stored';
  });
}

/** Another name, in all places at once; a standard stage without one goes by its own again. */
export function storeStageName({ id, from, name }: RenameNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const stages = await lockStages(tx);
    const stage = stages.find((each) => each.id === id);
    if (!stage) return 'notFound';
    if (stage.name === name) return 'stored';
    if (stage.name !== from) return 'changedMeanwhile';
    if (name === '' && stage.standard === null) return 'nameMissing';
    if (isNameTaken(stages, id, name)) return 'nameTaken';

    await tx.interestStage.update({ where: { id }, data: { name }, select: { id: true } });
    await audit(tx, userId, id, { change: 'renamed', name, from });
    return 'stored';
  });
}

/** Put away, or taken out again, where it stood. The interests in it stay there, under its name. */
export function storeStageArchived({ id, isArchived }: ArchiveNamed, { userId, at }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const stages = await lockStages(tx);
    const stage = await tx.interestStage.findUnique({ where: { id }, select: { ...stageSelect, archivedAt: true } });
    if (!stage) return 'notFound';
    if ((stage.archivedAt !== null) === isArchived) return 'stored';
    if (isArchived && !canArchive(stages, id)) return 'lastOfKind';
    if (!isArchived && stages.length >= MAX_STAGES) return 'tooMany';
    if (!isArchived && isNameTaken(stages, id, stage.name)) return 'nameTaken';

    await tx.interestStage.update({ where: { id }, data: { archivedAt: isArchived ? at : null }, select: { id: true } });
    await audit(tx, userId, id, { change: isArchived ? 'archived' : 'restored', name: stage.name || stage.standard });
    return 'stored';
  });
}

/** The order of all the active ones; refused where a colleague added one or put one away meanwhile. */
export function storeStageOrder({ ids }: OrderNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const active = (await lockStages(tx)).filter(({ kind }) => kind === 'active');
    const before = active.map(({ id }) => id);
    if (!isSameSet(before, ids)) return 'changedMeanwhile';
    if (before.every((id, index) => id === ids[index])) return 'stored';

    for (const [position, id] of ids.entries()) await tx.interestStage.updateMany({ where: { id }, data: { position } });
    await audit(tx, userId, null, { change: 'ordered', name: null });
    return 'stored';
  });
}

/** All that show, in their order, until the transaction ends: two admins who change them at once do so one after the other. */
async function lockStages(tx: Tx) {
  await tx.$executeRaw`lock table "InterestStage" in share row exclusive mode`;
  return tx.interestStage.findMany({
    select: { ...stageSelect, position: true },
    where: { archivedAt: null },
    orderBy: inStageOrder,
  });
}

function afterAll(stages: { position: number }[]): number {
  return Math.max(-1, ...stages.map(({ position }) => position)) + 1;
}

function audit(tx: Tx, userId: string, subjectId: string | null, details: Record<string, string | null>): Promise<void> {
  return recordAudit(tx, { userId, action: 'interest-settings.changed', subjectType: 'interest-stage', subjectId, details });
}
