import { expect, test } from 'vitest';
import { overdueSpan } from './overdue-span.ts';

const DUE = new Date('2026-11-28T10:00:00Z');

test.each([
  ['2026-11-28T09:59:00Z', null],
  ['2026-11-28T10:00:59Z', null],
  ['2026-11-28T10:01:00Z', { unit: 'minutes', count: 1 }],
  ['2026-11-28T10:59:59Z', { unit: 'minutes', count: 59 }],
  ['2026-11-28T11:00:00Z', { unit: 'hours', count: 1 }],
  ['2026-11-29T09:59:59Z', { unit: 'hours', count: 23 }],
  ['2026-11-29T10:00:00Z', { unit: 'days', count: 1 }],
  ['2026-12-28T09:00:00Z', { unit: 'days', count: 29 }],
])('[S3.17] a task due at ten is at %s overdue by %j', (now, span) => {
  expect(overdueSpan(DUE, new Date(now))).toEqual(span);
});
