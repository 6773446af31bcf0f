import { expect, test } from 'vitest';
import { dueState } from './task-due.ts';

const dueAt = new Date('2026-11-28T10:00:00Z');
const later = new Date('2026-11-28T10:00:01Z');

test('a task is overdue once its time is over, not at it; one that is done never is', () => {
  expect(dueState({ dueAt, doneAt: null }, dueAt)).toBe('open');
  expect(dueState({ dueAt, doneAt: null }, later)).toBe('overdue');
  expect(dueState({ dueAt, doneAt: later }, later)).toBe('done');
});
