'use server';

import { type ActionResult, done, doneWith, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import type { Page } from '../page.ts';
import { announceInterest } from './announce.ts';
import { listTasks, type TaskRow } from './task-queries.ts';
import { AddTask, ChangeTask, MoreTasks, TaskOfInterest, type TaskPageKey, TickTask } from './task-schema.ts';
import { removeTask, storeTask, storeTaskChange, storeTick, type TaskOutcome } from './task-store.ts';

/** Adds something to be done; again with its id, it is the same task. */
export async function addTask(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddTask.safeParse(raw);
  if (!input.success) return refusedIn('details', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  return answer(await storeTask(input.data, { at: now() }), input.data, user.id);
}

export async function changeTask(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeTask.safeParse(raw);
  if (!input.success) return refusedIn(['to', 'from'], input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  return answer(await storeTaskChange(input.data, { at: now() }), input.data, user.id);
}

/** Ticks a task off, or takes that back. */
export async function tickTask(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = TickTask.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  return answer(await storeTick(input.data, { at: now() }), input.data, user.id);
}

/** Deletes a task; answers what there was: added again, it is back. */
export async function dropTask(raw: unknown): Promise<ActionResult<AddTask | null>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = TaskOfInterest.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const removed = await removeTask(input.data, { at: now() });
  if (!removed) return refused('notFound');

  announceInterest(input.data.interestId, removed.version, user.id);
  return doneWith(removed.task);
}

/** The tasks of an interest after those that are shown. */
export async function moreTasks(raw: unknown): Promise<ActionResult<Page<TaskRow, TaskPageKey>>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoreTasks.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:read')) return refused('notAllowed');

  return doneWith(await listTasks(input.data.interestId, input.data.after));
}

function answer(outcome: TaskOutcome, { interestId }: { interestId: string }, byId: string): ActionResult {
  switch (outcome.kind) {
    case 'stored':
      announceInterest(interestId, outcome.version, byId);
      return done;
    case 'assigneeGone':
      return { ...refused('invalid'), fields: { assigneeId: 'assigneeGone' } };
    case 'notFound':
    case 'conflict':
      return refused(outcome.kind);
  }
}
