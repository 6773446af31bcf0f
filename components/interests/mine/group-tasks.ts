import { dueState } from '@/lib/interests/task-due';

export const TASK_GROUPS = ['overdueTasks', 'todaysTasks', 'laterTasks', 'doneTasks'] as const;
export type TaskGroup = (typeof TASK_GROUPS)[number];

/** Where a task belongs at this moment: what burns first is first, what is done is last. */
export function groupOf(task: { dueAt: Date; doneAt: Date | null }, now: Date, tomorrow: Date): TaskGroup {
  switch (dueState(task, now)) {
    case 'done':
      return 'doneTasks';
    case 'overdue':
      return 'overdueTasks';
    case 'open':
      return task.dueAt < tomorrow ? 'todaysTasks' : 'laterTasks';
  }
}
