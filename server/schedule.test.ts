import { expect, test } from 'vitest';
import { dueTasks } from './schedule.ts';

const schedule = { sweep: 'everyMinute', expire: 'everyHour' } as const;

test.each([
  ['2026-11-22T10:16:59Z', ['sweep']],
  ['2026-11-22T10:17:00Z', ['sweep', 'expire']],
  ['2026-11-22T11:17:59Z', ['sweep', 'expire']],
  ['2026-11-22T11:18:00Z', ['sweep']],
])('at %s the tasks %s are due', (at, tasks) => {
  expect(dueTasks(schedule, new Date(at))).toEqual(tasks);
});
