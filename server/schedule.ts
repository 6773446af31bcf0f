export const MINUTE_MS = 60_000;

export type Schedule<Task extends string> = Record<Task, 'everyMinute' | 'everyHour'>;

// Not on the full hour, when everybody else's jobs run.
const HOURLY_AT_MINUTE = 17;

/** The tasks of the minute that `at` lies in. */
export function dueTasks<Task extends string>(schedule: Schedule<Task>, at: Date): Task[] {
  const tasks = Object.keys(schedule) as Task[];
  return tasks.filter((task) => schedule[task] === 'everyMinute' || at.getUTCMinutes() === HOURLY_AT_MINUTE);
}
