import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import type { Prisma } from '../db/generated/client.ts';

/** What is written on a call is for those who may see that call (R34); any other note for who may see the customer. */
export function notesVisibleTo(viewer: CallViewer): Prisma.NoteWhereInput {
  if (viewer.seesAllLines) return { deletedAt: null };
  return { deletedAt: null, OR: [{ callId: null }, { call: visibleTo(viewer) }] };
}
