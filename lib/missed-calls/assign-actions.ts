'use server';

import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { announceMissedCalls } from './announce.ts';
import { assignablePeople, assignMissedCall } from './assign-store.ts';
import { AssignMissedCall, OneMissedCall } from './schema.ts';
import { missedCallViewer } from './visible.ts';

/** Says who is to deal with a missed call. */
export async function changeAssignee(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AssignMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:assign')) return refused('notAllowed');

  const outcome = await assignMissedCall({ ...input.data, byId: user.id, at: now() }, await missedCallViewer(user));
  if (outcome.kind === 'notFound') return refused('notFound');
  if (outcome.kind === 'cannotSee') return refused('assigneeCannotSee');
  announceMissedCalls(outcome.changed, { byId: user.id });
  return done;
}

/** Whom it can be assigned to. */
export async function readAssignablePeople(raw: unknown): Promise<ActionResult<{ id: string; name: string }[]>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OneMissedCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'missed-call:assign')) return refused('notAllowed');

  const people = await assignablePeople(input.data.missedCallId, await missedCallViewer(user));
  return people ? doneWith(people) : refused('notFound');
}
