'use server';

import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { listTags, type Tag } from '../tags/queries.ts';
import { announceRow } from './announce.ts';
import { TagMissedCall, UntagMissedCall } from './schema.ts';
import { addTag, removeTag, type TagOutcome } from './tag-store.ts';
import { missedCallViewer } from './visible.ts';

/** Puts a tag on a missed call (S2.11). */
export async function tagMissedCall(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = TagMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read')) return refused('notAllowed');

  const { missedCallId, name } = input.data;
  return answer(await addTag(missedCallId, name, await missedCallViewer(user), { userId: user.id, at: now() }), user.id);
}

export async function untagMissedCall(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = UntagMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:read')) return refused('notAllowed');

  const { missedCallId, tagId } = input.data;
  return answer(await removeTag(missedCallId, tagId, await missedCallViewer(user)), user.id);
}

/** Every tag that can be put on one. */
export async function readTags(): Promise<ActionResult<Tag[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');
  if (!may(user, 'missed-call:read')) return refused('notAllowed');
  return doneWith(await listTags());
}

function answer(outcome: TagOutcome, byId: string): ActionResult {
  if (outcome.kind === 'notFound') return refused('notFound');
  if (outcome.kind === 'tooMany') return refused('tooManyTags');
  if (outcome.kind === 'changed') announceRow(outcome.row, byId);
  return done;
}
