import { may, type WithPermissions } from '../auth/roles.ts';

/** One's own notes, and every note for those who answer for all lines. */
export function mayDeleteNote(user: WithPermissions & { id: string }, note: { authorId: string | null }): boolean {
  return note.authorId === user.id || may(user, 'call:see-all-lines');
}

/** What is said of a customer is for who may change them; a call's is for who handles calls, and sees this one. */
export function mayWriteNote(user: WithPermissions, { callId }: { callId: string | null }): boolean {
  return may(user, callId ? 'call:handle' : 'customer:edit');
}
