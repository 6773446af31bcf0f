import { expect, test } from 'vitest';
import { nextSmsAttempt } from './retries.ts';

const queuedAt = new Date('2026-11-28T10:00:00Z');
const after = (seconds: number) => new Date(queuedAt.getTime() + seconds * 1000);

test('waits ever longer, five minutes at most, and not all in one instant', () => {
  expect(nextSmsAttempt({ queuedAt, attempts: 1 }, queuedAt, 0)).toEqual(after(2.5));
  expect(nextSmsAttempt({ queuedAt, attempts: 1 }, queuedAt, 1)).toEqual(after(5));
  expect(nextSmsAttempt({ queuedAt, attempts: 3 }, queuedAt, 1)).toEqual(after(20));
  expect(nextSmsAttempt({ queuedAt, attempts: 30 }, queuedAt, 1)).toEqual(after(300));
});

test('gives up two hours after it was asked for', () => {
  expect(nextSmsAttempt({ queuedAt, attempts: 30 }, after(6899), 1)).toEqual(after(7199));
  expect(nextSmsAttempt({ queuedAt, attempts: 30 }, after(6900), 1)).toBeNull();
});
