import { expect, test } from 'vitest';
import { firstLine, jobState } from './job-state.ts';

test.each([
  [{ attempts: 0, maxAttempts: 25, isLocked: false, lastError: null }, 'waiting'],
  [{ attempts: 1, maxAttempts: 25, isLocked: true, lastError: null }, 'running'],
  [{ attempts: 3, maxAttempts: 25, isLocked: false, lastError: 'no' }, 'retrying'],
  [{ attempts: 25, maxAttempts: 25, isLocked: false, lastError: 'no' }, 'failed'],
  [{ attempts: 25, maxAttempts: 25, isLocked: true, lastError: 'no' }, 'running'],
] as const)('%j is %s', (job, state) => {
  expect(jobState(job)).toBe(state);
});

test('of an error the first line is shown', () => {
  expect(firstLine('The database is away\n    at query (file.ts:1)')).toBe('The database is away');
  expect(firstLine('x'.repeat(1_000))).toHaveLength(200);
  expect(firstLine(null)).toBeNull();
});
