import type { Actor } from '../actor.ts';
import type { AuditedAction } from '../audit/record.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Takes a file out of every list; for a while it can be put back. False when a colleague was faster, or it is somebody's photo. */
export function removeFile(id: string, { userId, at }: Actor): Promise<boolean> {
  return move(
    id,
    userId,
    'file.deleted',
    (tx) => tx.$queryRaw<Owner[]>`
    update "StoredFile"
    set "deletedAt" = ${at}, "wasOfCustomerId" = "customerId", "wasOfNoteId" = "noteId", "customerId" = null, "noteId" = null
    where id = ${id}::uuid and "deletedAt" is null and "completedAt" is not null
      and not exists (select 1 from "Customer" where "photoId" = ${id}::uuid)
    returning "wasOfCustomerId" as "customerId", "wasOfNoteId" as "noteId"`,
  );
}

/** Puts a deleted file back to where it was; false when nothing is left of it. */
export function putFileBack(id: string, { userId }: Pick<Actor, 'userId'>): Promise<boolean> {
  return move(
    id,
    userId,
    'file.restored',
    (tx) => tx.$queryRaw<Owner[]>`
    update "StoredFile"
    set "customerId" = "wasOfCustomerId", "noteId" = "wasOfNoteId", "deletedAt" = null, "wasOfCustomerId" = null, "wasOfNoteId" = null
    where id = ${id}::uuid and "deletedAt" is not null and not "wasPhoto"
    returning "customerId", "noteId"`,
  );
}

type Owner = { customerId: string | null; noteId: string | null };

/** The update settles who was first. */
function move(
  fileId: string,
  userId: string,
  action: AuditedAction,
  update: (tx: Prisma.TransactionClient) => Promise<Owner[]>,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [owner] = await update(tx);
    if (!owner) return false;

    await recordAudit(tx, { userId, action, ...(await subjectOf(tx, owner)), details: { fileId } });
    return true;
  });
}

async function subjectOf(tx: Prisma.TransactionClient, { customerId, noteId }: Owner) {
  const note = noteId
    ? await tx.note.findUnique({ where: { id: noteId }, select: { customerId: true, callId: true } })
    : { customerId, callId: null };
  return note?.customerId
    ? ({ subjectType: 'customer', subjectId: note.customerId } as const)
    : ({ subjectType: 'call', subjectId: note?.callId ?? null } as const);
}
