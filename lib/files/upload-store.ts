import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTied } from '../db/violations.ts';
import type { Attempt } from './chunk-store.ts';
import type { FileOwner } from './schema.ts';

/** `done`: this very file is here already, the answer to its upload was lost. */
export type BeginOutcome = { kind: 'begun'; attempt: Attempt } | { kind: 'done' } | { kind: 'notFound' };

/**
 * Opens the row that the pieces of a file hang on; nobody sees it before it is whole. The browser made the id: an upload that is
 * repeated is the same file, and replaces what an earlier attempt left.
 */
export async function beginFile(fileId: string, owner: FileOwner, { userId, at }: Actor): Promise<BeginOutcome> {
  const mine = { id: fileId, uploadedById: userId };
  try {
    return await db.$transaction(async (tx) => {
      await tx.storedFile.deleteMany({ where: { ...mine, completedAt: null } });
      const row = { ...mine, ...columnsOf(owner), name: '', mediaType: '', createdAt: at };
      const { count } = await tx.storedFile.createMany({ data: [row], skipDuplicates: true });
      if (count > 0) return { kind: 'begun', attempt: { fileId, begunAt: at } };

      const whole = await tx.storedFile.findFirst({
        where: { ...mine, ...columnsOf(owner), completedAt: { not: null } },
        select: { id: true },
      });
      return { kind: whole ? 'done' : 'notFound' };
    });
  } catch (error) {
    // Its owner is gone.
    if (isTied(error)) return { kind: 'notFound' };
    throw error;
  }
}

export type WholeFile = { name: string; mediaType: string; bytes: number };

/** The file is whole: from now on it is seen. False when the attempt was replaced, or the owner is gone. */
export function completeFile(attempt: Attempt, file: WholeFile, owner: FileOwner, { userId, at }: Actor): Promise<boolean> {
  return db.$transaction(async (tx) => {
    if (!(await markWhole(tx, attempt, file, at))) return false;

    const subject = owner.customerId
      ? ({ subjectType: 'customer', subjectId: owner.customerId } as const)
      : ({ subjectType: 'call', subjectId: owner.callId } as const);
    await recordAudit(tx, { userId, action: 'file.added', ...subject, details: { fileId: attempt.fileId, bytes: file.bytes } });
    return true;
  });
}

export async function markWhole(
  tx: Prisma.TransactionClient,
  { fileId, begunAt }: Attempt,
  file: WholeFile,
  at: Date,
): Promise<boolean> {
  const { count } = await tx.storedFile.updateMany({
    where: { id: fileId, createdAt: begunAt, completedAt: null },
    data: { ...file, completedAt: at },
  });
  return count === 1;
}

/** A note's file is the note's, whomever the note is about. */
function columnsOf({ noteId, customerId }: FileOwner): { noteId: string | null; customerId: string | null } {
  return noteId ? { noteId, customerId: null } : { noteId: null, customerId };
}
