import type { Actor } from '../actor.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isManager } from '../users/managers.ts';
import type { AddTask, ChangeTask, TaskDetails, TaskOfInterest, TickTask } from './task-schema.ts';
import { lockInterest, touchInterest } from './touch.ts';

export type TaskOutcome =
  | { kind: 'stored'; version: number }
  | { kind: 'notFound' | 'conflict' }
  /** Who is to do it cannot be asked to any more. */
  | { kind: 'assigneeGone' };

type At = Pick<Actor, 'at'>;
type Tx = Prisma.TransactionClient;

/** Stores a new task, or one that was deleted a moment ago. A repeated save finds its own. */
export function storeTask({ taskId: id, interestId, details, doneAt }: AddTask, { at }: At): Promise<TaskOutcome> {
  return within(interestId, at, async (tx) => {
    // One that is put back stays whose it was.
    if (!doneAt && !(await canBeAsked(tx, details.assigneeId))) return 'assigneeGone';
    const row = { id, interestId, ...toColumns(details), doneAt: doneAt && new Date(doneAt), createdAt: at };
    await tx.interestTask.createMany({ data: [row], skipDuplicates: true });
    return (await tx.interestTask.count({ where: { id, interestId } })) === 1 ? 'stored' : 'notFound';
  });
}

/** Changes a task, unless a colleague changed it to something else first. */
export function storeTaskChange({ taskId: id, interestId, from, to }: ChangeTask, { at }: At): Promise<TaskOutcome> {
  return within(interestId, at, async (tx) => {
    const row = await tx.interestTask.findFirst({
      where: { id, interestId },
      select: { title: true, dueAt: true, assigneeId: true },
    });
    if (!row) return 'notFound';
    const now = { ...row, dueAt: row.dueAt.toISOString() };
    if (isSame(now, to)) return 'stored';
    if (!isSame(now, from)) return 'conflict';
    if (to.assigneeId !== now.assigneeId && !(await canBeAsked(tx, to.assigneeId))) return 'assigneeGone';
    await tx.interestTask.update({ where: { id }, data: toColumns(to), select: { id: true } });
    return 'stored';
  });
}

/** Ticks a task off, or takes that back; one that is so already stays as it is, with the time it was done at. */
export function storeTick({ taskId: id, interestId, isDone }: TickTask, { at }: At): Promise<TaskOutcome> {
  return within(interestId, at, async (tx) => {
    const stale = { id, interestId, doneAt: isDone ? null : { not: null } };
    await tx.interestTask.updateMany({ where: stale, data: { doneAt: isDone ? at : null } });
    return (await tx.interestTask.count({ where: { id, interestId } })) === 1 ? 'stored' : 'notFound';
  });
}

/** What there was, as `storeTask` puts it back; null where a colleague deleted it first. */
export type RemovedTask = { version: number; task: AddTask | null };

/** Deletes a task; gone already is as good. Null where there is no such interest. */
export function removeTask({ taskId: id, interestId }: TaskOfInterest, { at }: At): Promise<RemovedTask | null> {
  return db.$transaction(async (tx) => {
    if (!(await lockInterest(tx, interestId))) return null;
    const select = { title: true, dueAt: true, assigneeId: true, doneAt: true } as const;
    const row = await tx.interestTask.findFirst({ where: { id, interestId }, select });
    await tx.interestTask.deleteMany({ where: { id, interestId } });
    return { version: await touchInterest(tx, interestId, at), task: row && toAdd(row, { id, interestId }) };
  });
}

type Row = { title: string; dueAt: Date; assigneeId: string | null; doneAt: Date | null };

function toAdd({ doneAt, dueAt, ...row }: Row, { id, interestId }: { id: string; interestId: string }): AddTask {
  const details = { ...row, dueAt: dueAt.toISOString() };
  return { taskId: id, interestId, details, doneAt: doneAt?.toISOString() ?? null };
}

/** What is done to the tasks of one interest is done one after the other. */
function within(
  interestId: string,
  at: Date,
  work: (tx: Tx) => Promise<'stored' | 'notFound' | 'conflict' | 'assigneeGone'>,
): Promise<TaskOutcome> {
  return db.$transaction(async (tx): Promise<TaskOutcome> => {
    if (!(await lockInterest(tx, interestId))) return { kind: 'notFound' };
    const kind = await work(tx);
    return kind === 'stored' ? { kind, version: await touchInterest(tx, interestId, at) } : { kind };
  });
}

async function canBeAsked(tx: Tx, assigneeId: string | null): Promise<boolean> {
  return assigneeId === null || isManager(tx, assigneeId);
}

function toColumns({ title, dueAt, assigneeId }: TaskDetails) {
  return { title, dueAt: new Date(dueAt), assigneeId };
}

function isSame(one: TaskDetails, other: TaskDetails): boolean {
  return one.title.trim() === other.title.trim() && one.dueAt === other.dueAt && one.assigneeId === other.assigneeId;
}
