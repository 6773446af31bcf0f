'use server';

import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import { announceMissedCalls } from './announce.ts';
import { changeByHand } from './hand-store.ts';
import { type HistoryEntry, historyOfMissedCall } from './history-queries.ts';
import { type MissedCallNotes, notesOfMissedCall } from './note-queries.ts';
import { countListed } from './queries.ts';
import { MissedCallIds, OneMissedCall } from './schema.ts';
import { missedCallViewer } from './visible.ts';

/** Takes rows off the list by hand (S2.16, S2.21). Answers which: others were off it already. */
export async function hideMissedCalls(raw: unknown): Promise<ActionResult<{ missedCallIds: string[] }>> {
  return changeRows(raw, 'hide');
}

/** Puts hidden rows back on the list (S2.20). */
export async function restoreMissedCalls(raw: unknown): Promise<ActionResult<{ missedCallIds: string[] }>> {
  return changeRows(raw, 'restore');
}

async function changeRows(raw: unknown, act: 'hide' | 'restore'): Promise<ActionResult<{ missedCallIds: string[] }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MissedCallIds.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:hide')) return refused('notAllowed');

  const by = { at: now(), byId: user.id };
  const event = act === 'hide' ? ({ type: 'removed', reason: 'manual', ...by } as const) : ({ type: 'restored', ...by } as const);
  const changed = await changeByHand(input.data.missedCallIds, await missedCallViewer(user), event);
  announceMissedCalls(changed, { byId: user.id });
  return doneWith({ missedCallIds: changed.map(({ row }) => row.id) });
}

/** What was done about a row so far (S2.15). */
export async function readMissedCallHistory(raw: unknown): Promise<ActionResult<HistoryEntry[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OneMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read')) return refused('notAllowed');

  const history = await historyOfMissedCall(input.data.missedCallId, await missedCallViewer(user));
  return history ? doneWith(history) : refused('notFound');
}

/** What was written on its calls, and where the next note goes (S2.11). */
export async function readMissedCallNotes(raw: unknown): Promise<ActionResult<MissedCallNotes>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OneMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read')) return refused('notAllowed');

  const notes = await notesOfMissedCall(input.data.missedCallId, await missedCallViewer(user), callViewer(user));
  return notes ? doneWith(notes) : refused('notFound');
}

/** For the counter at the top of the screen (S2.12). */
export async function countMissedCalls(): Promise<ActionResult<number>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'missed-call:read')) return refused('notAllowed');
  return doneWith(await countListed(await missedCallViewer(user)));
}
