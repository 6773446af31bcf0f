export type DueState = 'done' | 'overdue' | 'open';

/** How a task stands at this moment; due at this very one it is not late yet. */
export function dueState({ dueAt, doneAt }: { dueAt: Date; doneAt: Date | null }, now: Date): DueState {
  if (doneAt) return 'done';
  return dueAt < now ? 'overdue' : 'open';
}
