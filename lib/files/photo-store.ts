import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Attempt } from './chunk-store.ts';
import { markWhole, type WholeFile } from './upload-store.ts';

/** Shows a photo that has come whole as the customer's; the one before is gone with the same commit. */
export function showPhoto(attempt: Attempt, file: WholeFile, customerId: string, { userId, at }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const customer = await lockCustomer(tx, customerId);
    if (!customer || !(await markWhole(tx, attempt, file, at))) return false;

    await tx.customer.update({ where: { id: customerId }, data: { photoId: attempt.fileId }, select: { id: true } });
    if (customer.photoId) await tx.storedFile.deleteMany({ where: { id: customer.photoId } });
    await recordPhoto(tx, 'photo.changed', customerId, userId, attempt.fileId);
    return true;
  });
}

/** Takes the photo away, for a while so that it can be put back. Answers which it was; null where there is none. */
export function removePhoto(customerId: string, { userId, at }: Actor): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const photoId = (await lockCustomer(tx, customerId))?.photoId;
    if (!photoId) return null;

    await tx.customer.update({ where: { id: customerId }, data: { photoId: null }, select: { id: true } });
    const removed = { deletedAt: at, customerId: null, noteId: null, wasOfCustomerId: customerId, wasPhoto: true };
    await tx.storedFile.update({ where: { id: photoId }, data: removed, select: { id: true } });
    await recordPhoto(tx, 'photo.removed', customerId, userId, photoId);
    return photoId;
  });
}

/** Puts a removed photo back; null where nothing is left of it, or another was uploaded meanwhile. Answers whose it is. */
export function putPhotoBack(photoId: string, { userId }: Pick<Actor, 'userId'>): Promise<string | null> {
  return db.$transaction(async (tx) => {
    const where = { id: photoId, deletedAt: { not: null }, wasPhoto: true };
    const customerId = (await tx.storedFile.findFirst({ where, select: { wasOfCustomerId: true } }))?.wasOfCustomerId;
    const customer = customerId ? await lockCustomer(tx, customerId) : null;
    if (!customerId || !customer || customer.photoId) return null;

    const back = { deletedAt: null, customerId, wasOfCustomerId: null, wasPhoto: false };
    const { count } = await tx.storedFile.updateMany({ where, data: back });
    if (count === 0) return null;
    await tx.customer.update({ where: { id: customerId }, data: { photoId }, select: { id: true } });
    await recordPhoto(tx, 'photo.restored', customerId, userId, photoId);
    return customerId;
  });
}

/** Photos of one customer change one after the other. */
async function lockCustomer(tx: Prisma.TransactionClient, id: string): Promise<{ photoId: string | null } | null> {
  const [row] = await tx.$queryRaw<{ photoId: string | null }[]>`
    select "photoId" from "Customer" where id = ${id}::uuid for no key update`;
  return row ?? null;
}

function recordPhoto(
  tx: Prisma.TransactionClient,
  action: 'photo.changed' | 'photo.removed' | 'photo.restored',
  customerId: string,
  userId: string,
  photoId: string,
): Promise<void> {
  return recordAudit(tx, { userId, action, subjectType: 'customer', subjectId: customerId, details: { photoId } });
}
