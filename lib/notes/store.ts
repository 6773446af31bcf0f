import type { Actor } from '../actor.ts';
import type { AuditedAction } from '../audit/record.ts';
import { recordAudit } from '../audit/record.ts';
import type { CallViewer } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isTied } from '../db/violations.ts';
import type { CreateNote } from './schema.ts';
import { whomAbout } from './whom-about.ts';

/** Whom what was written is about; null where nobody is known. */
export type NoteOutcome = { kind: 'stored'; customerId: string | null } | { kind: 'notFound' };

/** Stores a note. A repeated save finds its own, with the text as it was typed by then, which the audit tells; not that of a colleague. */
export async function storeNote(input: CreateNote, { userId, at }: Actor, viewer: CallViewer): Promise<NoteOutcome> {
  const { noteId: id, text, callId } = input;

  try {
    return await db.$transaction(async (tx) => {
      const customerId = callId ? await whomAbout(tx, callId, input.customerId, viewer) : input.customerId;
      if (customerId === undefined) return { kind: 'notFound' };

      const note = { id, text, customerId, callId, authorId: userId, createdAt: at };
      const { count } = await tx.note.createMany({ data: [note], skipDuplicates: true });
      if (count > 0) return { kind: 'stored', customerId };

      const own = { id, authorId: userId, deletedAt: null };
      const typedOn = await tx.note.updateMany({ where: { ...own, text: { not: text } }, data: { text } });
      if (typedOn.count > 0)
        await recordAudit(tx, { userId, action: 'note.changed', ...subjectOf({ customerId, callId }), details: { noteId: id } });
      return (await tx.note.count({ where: own })) > 0 ? { kind: 'stored', customerId } : { kind: 'notFound' };
    });
  } catch (error) {
    // The customer is gone: erased, or merged into another.
    if (isTied(error)) return { kind: 'notFound' };
    throw error;
  }
}

/** Takes a note out of every list; for a while it can be put back. False when a colleague was faster. */
export function removeNote(id: string, { userId, at }: Actor): Promise<boolean> {
  return move(
    id,
    userId,
    'note.deleted',
    (tx) => tx.$queryRaw<Subject[]>`
    update "Note"
    set "deletedAt" = ${at}, "wasOfCustomerId" = "customerId", "wasOfCallId" = "callId", "customerId" = null, "callId" = null
    where id = ${id}::uuid and "deletedAt" is null
    returning "wasOfCustomerId" as "customerId", "wasOfCallId" as "callId"`,
  );
}

/** Puts a deleted note back to where it was; false when nothing is left of it. */
export function putNoteBack(id: string, { userId }: Pick<Actor, 'userId'>): Promise<boolean> {
  return move(
    id,
    userId,
    'note.restored',
    (tx) => tx.$queryRaw<Subject[]>`
    update "Note"
    set "customerId" = "wasOfCustomerId", "callId" = "wasOfCallId", "deletedAt" = null, "wasOfCustomerId" = null, "wasOfCallId" = null
    where id = ${id}::uuid and "deletedAt" is not null
    returning "customerId", "callId"`,
  );
}

type Subject = { customerId: string | null; callId: string | null };

/** The update settles who was first; its audit entry never holds the text. */
function move(
  noteId: string,
  userId: string,
  action: AuditedAction,
  update: (tx: Prisma.TransactionClient) => Promise<Subject[]>,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    const [subject] = await update(tx);
    if (!subject) return false;

    await recordAudit(tx, { userId, action, ...subjectOf(subject), details: { noteId } });
    return true;
  });
}

function subjectOf({ customerId, callId }: Subject) {
  return customerId
    ? ({ subjectType: 'customer', subjectId: customerId } as const)
    : ({ subjectType: 'call', subjectId: callId } as const);
}
