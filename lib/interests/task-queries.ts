import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Page } from '../page.ts';
import type { TaskPageKey } from './task-schema.ts';

const TASK_ROWS = 20;

const taskSelect = {
  id: true,
  title: true,
  dueAt: true,
  doneAt: true,
  assigneeId: true,
  assignee: { select: { name: true } },
} satisfies Prisma.InterestTaskSelect;
export type TaskRow = Prisma.InterestTaskGetPayload<{ select: typeof taskSelect }>;

/** A page of what is to be done about an interest: first what is open, the next due before the later; then what was done last. */
export async function listTasks(interestId: string, after: TaskPageKey | null = null): Promise<Page<TaskRow, TaskPageKey>> {
  const open = after?.isDone ? [] : await openTasks(interestId, after);
  const left = TASK_ROWS + 1 - open.length;
  const done = left > 0 ? await doneTasks(interestId, after?.isDone ? after : null, left) : [];
  const found = [...open, ...done];

  const shown = found.slice(0, TASK_ROWS);
  const last = found.length > TASK_ROWS ? shown.at(-1) : undefined;
  return {
    rows: shown,
    next: last ? { isDone: last.doneAt !== null, at: (last.doneAt ?? last.dueAt).toISOString(), id: last.id } : null,
  };
}

function openTasks(interestId: string, after: TaskPageKey | null): Promise<TaskRow[]> {
  const at = after && new Date(after.at);
  return db.interestTask.findMany({
    select: taskSelect,
    where: { interestId, doneAt: null, ...(after && at && { OR: [{ dueAt: { gt: at } }, { dueAt: at, id: { gt: after.id } }] }) },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: TASK_ROWS + 1,
  });
}

function doneTasks(interestId: string, after: TaskPageKey | null, take: number): Promise<TaskRow[]> {
  const at = after && new Date(after.at);
  return db.interestTask.findMany({
    select: taskSelect,
    where: {
      AND: [
        { interestId, doneAt: { not: null } },
        after && at ? { OR: [{ doneAt: { lt: at } }, { doneAt: at, id: { lt: after.id } }] } : {},
      ],
    },
    orderBy: [{ doneAt: 'desc' }, { id: 'desc' }],
    take,
  });
}
