import type { Actor } from '../actor.ts';
import { db } from '../db/client.ts';
import type { InterestNoteId, WriteInterestNote } from './interaction-schema.ts';
import { lockInterest, touchInterest } from './touch.ts';

export type NoteOutcome = { kind: 'stored'; version: number } | { kind: 'notFound' };

/** Stores a note about an interest. A repeated save finds its own, with the text as it was typed by then; not that of a colleague. */
export function storeInterestNote(
  { noteId: id, interestId, text, writtenAt }: WriteInterestNote,
  { userId, at }: Actor,
): Promise<NoteOutcome> {
  // A note that is put back has its place again; nothing is written in the future.
  const when = writtenAt && new Date(writtenAt) < at ? new Date(writtenAt) : at;
  return db.$transaction(async (tx): Promise<NoteOutcome> => {
    if (!(await lockInterest(tx, interestId))) return { kind: 'notFound' };

    const own = { id, interestId, kind: 'note', byId: userId } as const;
    const { count } = await tx.interaction.createMany({ data: [{ ...own, text, at: when }], skipDuplicates: true });
    const typedOn = count > 0 ? 0 : (await tx.interaction.updateMany({ where: own, data: { text } })).count;
    if (count + typedOn === 0) return { kind: 'notFound' };
    return { kind: 'stored', version: await touchInterest(tx, interestId, at) };
  });
}

/** Deletes one's own note; gone already is as good. Null where the interest is gone, or the note is a colleague's. */
export function removeInterestNote({ noteId: id, interestId }: InterestNoteId, { userId, at }: Actor): Promise<number | null> {
  return db.$transaction(async (tx) => {
    if (!(await lockInterest(tx, interestId))) return null;
    await tx.interaction.deleteMany({ where: { id, interestId, kind: 'note', byId: userId } });
    return (await tx.interaction.count({ where: { id } })) === 0 ? touchInterest(tx, interestId, at) : null;
  });
}
