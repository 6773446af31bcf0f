import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { isMissing, isTaken } from '../db/violations.ts';
import { giveUpWaiting } from './give-up-messages.ts';
import type { PointOfSaleSettings } from './schema.ts';

export type AddOutcome = { kind: 'added'; id: string } | { kind: 'nameTaken' };
export type ChangeOutcome = { kind: 'changed' | 'nameTaken' | 'notFound' };

const action = 'point-of-sale.changed';
const subjectType = 'point-of-sale';

export async function storeAdding(settings: PointOfSaleSettings, { userId }: Actor): Promise<AddOutcome> {
  try {
    return await db.$transaction(async (tx) => {
      const { id } = await tx.pointOfSale.create({ data: settings, select: { id: true } });
      await recordAudit(tx, { userId, action, subjectType, subjectId: id, details: { added: settings.name } });
      return { kind: 'added', id };
    });
  } catch (error) {
    if (isTaken(error)) return { kind: 'nameTaken' };
    throw error;
  }
}

/** Writes what was changed and nothing else: the last one who changed a field has it. */
export async function storeChanging(
  id: string,
  changes: Partial<PointOfSaleSettings>,
  { userId }: Actor,
): Promise<ChangeOutcome> {
  try {
    return await db.$transaction(async (tx) => {
      await tx.pointOfSale.update({ where: { id }, data: changes, select: { id: true } });
      const details = Object.fromEntries(Object.entries(changes).map(([field, value]) => [field, written(value)]));
      await recordAudit(tx, { userId, action, subjectType, subjectId: id, details });
      return { kind: 'changed' };
    });
  } catch (error) {
    if (isTaken(error)) return { kind: 'nameTaken' };
    if (isMissing(error)) return { kind: 'notFound' };
    throw error;
  }
}

/** Takes it out of business, or back into it; its deliveries keep naming it. False where it is so already, or is not there. */
export function storeArchiving(id: string, isArchived: boolean, { userId, at }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const { count } = await tx.pointOfSale.updateMany({
      where: { id, archivedAt: isArchived ? null : { not: null } },
      data: { archivedAt: isArchived ? at : null },
    });
    if (count === 0) return false;

    await recordAudit(tx, { userId, action, subjectType, subjectId: id, details: { isArchived } });
    if (isArchived) await giveUpWaiting(tx, id, at);
    return true;
  });
}

function written(value: unknown): string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? value : JSON.stringify(value);
}
