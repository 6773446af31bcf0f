import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { type CreatedKey, createdBefore, latestFirst, type Page, pageOf } from '../page.ts';
import { NOTE_ROWS } from './limits.ts';
import { notesVisibleTo } from './visible-notes.ts';

const noteSelect = {
  id: true,
  text: true,
  createdAt: true,
  authorId: true,
  author: { select: { name: true } },
  call: { select: { id: true, direction: true, startedAt: true } },
  files: {
    select: { id: true, name: true, mediaType: true, bytes: true },
    where: { completedAt: { not: null } },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
  },
} satisfies Prisma.NoteSelect;

export type NoteRow = Prisma.NoteGetPayload<{ select: typeof noteSelect }>;

/** A page of what was written about a customer, latest first, of what the viewer may see. */
export async function listNotesOfCustomer(
  customerId: string,
  viewer: CallViewer,
  after: CreatedKey | null = null,
): Promise<Page<NoteRow, CreatedKey>> {
  const about = { AND: [{ customerId }, after ? createdBefore(after) : {}] };
  return pageOf(await listNotes(about, viewer, NOTE_ROWS + 1), NOTE_ROWS);
}

/** What was written on a call, latest first; nothing where the viewer may not see it. */
export function listNotesOfCall(callId: string, viewer: CallViewer): Promise<NoteRow[]> {
  return listNotes({ callId }, viewer, NOTE_ROWS);
}

function listNotes(about: Prisma.NoteWhereInput, viewer: CallViewer, rows: number): Promise<NoteRow[]> {
  return db.note.findMany({
    select: noteSelect,
    where: { AND: [about, notesVisibleTo(viewer)] },
    orderBy: latestFirst,
    take: rows,
  });
}

/** Who wrote it and about whom, where the viewer may see it. */
export function findNote(id: string, viewer: CallViewer) {
  return db.note.findFirst({
    where: { AND: [{ id }, notesVisibleTo(viewer)] },
    select: { id: true, authorId: true, customerId: true, callId: true },
  });
}

/** A note that was deleted, and by undo may come back; one of a call only for who may see that call. */
export function findDeletedNote(id: string, viewer: CallViewer) {
  const theirs = viewer.seesAllLines ? {} : { OR: [{ wasOfCallId: null }, { wasOfCall: visibleTo(viewer) }] };
  return db.note.findFirst({
    where: { AND: [{ id, deletedAt: { not: null } }, theirs] },
    select: { id: true, authorId: true, wasOfCustomerId: true },
  });
}
