import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { inTypeOrder } from '../interests/service-type-queries.ts';
import { MAX_SERVICE_TYPES } from './limits.ts';
import type { SettingOutcome } from './outcome.ts';
import { isNameTaken, isSameSet } from './rules.ts';
import type { AddNamed, ArchiveNamed, OrderNamed, RenameNamed } from './schema.ts';

type Tx = Prisma.TransactionClient;

/** A new service type comes last. */
export function storeNewType({ id, name }: AddNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const types = await lockTypes(tx);
    if (types.some((type) => type.id === id)) return 'stored';
    if (types.length >= MAX_SERVICE_TYPES) return 'tooMany';
    if (isNameTaken(types, id, name)) return 'nameTaken';

    const position = Math.max(-1, ...types.map((type) => type.position)) + 1;
    await tx.serviceType.create({ data: { id, name, position }, select: { id: true } });
    await audit(tx, userId, id, { change: 'added', name });
    return 'stored';
  });
}

export function storeTypeName({ id, from, name }: RenameNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const types = await lockTypes(tx);
    const type = types.find((each) => each.id === id);
    if (!type) return 'notFound';
    if (type.name === name) return 'stored';
    if (type.name !== from) return 'changedMeanwhile';
    if (isNameTaken(types, id, name)) return 'nameTaken';

    await tx.serviceType.update({ where: { id }, data: { name }, select: { id: true } });
    await audit(tx, userId, id, { change: 'renamed', name, from });
    return 'stored';
  });
}

/** Put away, or taken out again, where it stood. What is of this type stays so. */
export function storeTypeArchived({ id, isArchived }: ArchiveNamed, { userId, at }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const types = await lockTypes(tx);
    const type = await tx.serviceType.findUnique({ where: { id }, select: { name: true, archivedAt: true } });
    if (!type) return 'notFound';
    if ((type.archivedAt !== null) === isArchived) return 'stored';
    if (!isArchived && types.length >= MAX_SERVICE_TYPES) return 'tooMany';
    if (!isArchived && isNameTaken(types, id, type.name)) return 'nameTaken';

    await tx.serviceType.update({ where: { id }, data: { archivedAt: isArchived ? at : null }, select: { id: true } });
    await audit(tx, userId, id, { change: isArchived ? 'archived' : 'restored', name: type.name });
    return 'stored';
  });
}

/** The order of all of them; refused where a colleague added one or put one away meanwhile. */
export function storeTypeOrder({ ids }: OrderNamed, { userId }: Actor): Promise<SettingOutcome> {
  return db.$transaction(async (tx) => {
    const before = (await lockTypes(tx)).map(({ id }) => id);
    if (!isSameSet(before, ids)) return 'changedMeanwhile';
    if (before.every((id, index) => id === ids[index])) return 'stored';

    for (const [position, id] of ids.entries()) await tx.serviceType.updateMany({ where: { id }, data: { position } });
    await audit(tx, userId, null, { change: 'ordered', name: null });
    return 'stored';
  });
}

/** All that show, in their order, until the transaction ends: two admins who change them at once do so one after the other. */
async function lockTypes(tx: Tx) {
  await tx.$executeRaw`lock table "ServiceType" in share row exclusive mode`;
  return tx.serviceType.findMany({
    select: { id: true, name: true, position: true },
    where: { archivedAt: null },
    orderBy: inTypeOrder,
  });
}

function audit(tx: Tx, userId: string, subjectId: string | null, details: Record<string, string | null>): Promise<void> {
  return recordAudit(tx, { userId, action: 'interest-settings.changed', subjectType: 'service-type', subjectId, details });
}
