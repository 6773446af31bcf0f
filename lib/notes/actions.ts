'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import type { CreatedKey, Page } from '../page.ts';
import { publish } from '../realtime/publish.ts';
import { mayDeleteNote, mayWriteNote } from './policy.ts';
import { findDeletedNote, findNote, listNotesOfCall, type NoteRow } from './queries.ts';
import { CreateNote, MoreNotes, NoteId } from './schema.ts';
import { listShownNotes, type ShownNote } from './shown-notes.ts';
import { putNoteBack, removeNote, storeNote } from './store.ts';

/** Writes a note about a customer, or on a call; answers whom it is about by now. */
export async function createNote(raw: unknown): Promise<ActionResult<{ customerId: string | null }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = CreateNote.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!mayWriteNote(user, input.data)) return refused('notAllowed');

  const outcome = await storeNote(input.data, { userId: user.id, at: now() }, callViewer(user));
  if (outcome.kind === 'notFound') return refused('notFound');

  tell(outcome.customerId);
  return doneWith({ customerId: outcome.customerId });
}

/** Deletes one's own note, or one of a colleague for whom one answers. `restoreNote` takes it back. */
export async function deleteNote(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = NoteId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);

  const note = may(user, 'customer:read') ? await findNote(id.data, callViewer(user)) : null;
  if (!note) return refused('notFound');
  if (!mayDeleteNote(user, note)) return refused('notAllowed');
  if (!(await removeNote(note.id, { userId: user.id, at: now() }))) return refused('notFound');

  tell(note.customerId);
  return done;
}

export async function restoreNote(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = NoteId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);

  const note = await findDeletedNote(id.data, callViewer(user));
  if (!note) return refused('notFound');
  if (!mayDeleteNote(user, note)) return refused('notAllowed');
  if (!(await putNoteBack(note.id, { userId: user.id }))) return refused('notFound');

  tell(note.wasOfCustomerId);
  return done;
}

/** What was written about a customer before that which is shown. */
export async function moreNotes(raw: unknown): Promise<ActionResult<Page<ShownNote, CreatedKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreNotes.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer:read')) return refused('notAllowed');

  return doneWith(await listShownNotes(input.data.customerId, user, input.data.after));
}

/** What was written on a call so far, for its own card. */
export async function readNotesOfCall(raw: unknown): Promise<ActionResult<NoteRow[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = NoteId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  return doneWith(await listNotesOfCall(id.data, callViewer(user)));
}

function tell(customerId: string | null): void {
  if (!customerId) return;
  publish('deliveries', 'customer:changed', { customerId });
  revalidatePath(`/customers/${customerId}`);
}
