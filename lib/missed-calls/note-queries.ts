import { type CallViewer, visibleTo as callsVisibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import { notesVisibleTo } from '../notes/visible-notes.ts';
import { type MissedCallViewer, visibleTo } from './visible.ts';

const NOTES = 50;

export type MissedCallNote = { id: string; text: string; createdAt: Date; author: { name: string } | null };
/** What was written on the calls of a missed call, latest first, and the call that the next note is written on. */
export type MissedCallNotes = { notes: MissedCallNote[]; callId: string | null };

/** Null for a row that this viewer may not see. */
export async function notesOfMissedCall(
  missedCallId: string,
  viewer: MissedCallViewer,
  calls: CallViewer,
): Promise<MissedCallNotes | null> {
  const row = await db.missedCall.findFirst({
    where: { AND: [{ id: missedCallId, state: { in: ['listed', 'hidden'] } }, visibleTo(viewer)] },
    select: { id: true },
  });
  if (!row) return null;

  const [notes, last] = await Promise.all([
    db.note.findMany({
      select: { id: true, text: true, createdAt: true, author: { select: { name: true } } },
      where: { AND: [{ call: { missedCallId } }, notesVisibleTo(calls)] },
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      take: NOTES,
    }),
    db.call.findFirst({
      select: { id: true },
      where: { AND: [{ missedCallId }, callsVisibleTo(calls)] },
      orderBy: { startedAt: 'desc' },
    }),
  ]);
  return { notes, callId: last?.id ?? null };
}

/** How many notes each of these rows has. */
export async function countNotes(missedCallIds: string[], calls: CallViewer): Promise<Map<string, number>> {
  const notes = await db.note.findMany({
    select: { call: { select: { missedCallId: true } } },
    where: { AND: [{ call: { missedCallId: { in: missedCallIds } } }, notesVisibleTo(calls)] },
  });
  const counts = new Map<string, number>();
  for (const { call } of notes) if (call?.missedCallId) counts.set(call.missedCallId, (counts.get(call.missedCallId) ?? 0) + 1);
  return counts;
}
