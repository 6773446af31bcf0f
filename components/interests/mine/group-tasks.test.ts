import { expect, test } from 'vitest';
import { groupOf } from './group-tasks';

const NOW = new Date('2026-11-28T10:00:00Z');
const TOMORROW = new Date('2026-11-28T23:00:00Z');

test.each([
  ['2026-11-28T09:59:59Z', null, 'overdueTasks'],
  ['2026-11-28T10:00:00Z', null, 'todaysTasks'],
  ['2026-11-28T22:59:59Z', null, 'todaysTasks'],
  ['2026-11-28T23:00:00Z', null, 'laterTasks'],
  ['2026-11-20T10:00:00Z', '2026-11-28T08:00:00Z', 'doneTasks'],
])('[S3.17] a task due at %s, done at %s, is among %s', (dueAt, doneAt, group) => {
  expect(groupOf({ dueAt: new Date(dueAt), doneAt: doneAt ? new Date(doneAt) : null }, NOW, TOMORROW)).toBe(group);
});
