import type { WithPermissions } from '../auth/roles.ts';
import { callViewer } from '../calls/visible-calls.ts';
import type { CreatedKey, Page } from '../page.ts';
import { mayDeleteNote } from './policy.ts';
import { listNotesOfCustomer, type NoteRow } from './queries.ts';

export type ShownNote = NoteRow & { isDeletable: boolean };

/** A page of what was written about a customer, latest first, for one reader, who may delete some of it. */
export async function listShownNotes(
  customerId: string,
  user: WithPermissions & { id: string },
  after: CreatedKey | null = null,
): Promise<Page<ShownNote, CreatedKey>> {
  const { rows, next } = await listNotesOfCustomer(customerId, callViewer(user), after);
  return { rows: rows.map((note) => ({ ...note, isDeletable: mayDeleteNote(user, note) })), next };
}
