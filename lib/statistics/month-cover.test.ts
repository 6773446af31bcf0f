import { expect, test } from 'vitest';
import { monthCover } from './month-cover.ts';

const cover = (from: string, to: string) => {
  const span = monthCover({ from: new Date(from), to: new Date(to) });
  return [span.from.toISOString().slice(0, 13), span.to.toISOString().slice(0, 13)];
};

test('from the turn of the month that is next to its beginning to the one next to its end', () => {
  expect(cover('2026-01-10T00:00Z', '2026-04-20T00:00Z')).toEqual(['2026-01-01T00', '2026-05-01T00']);
  expect(cover('2026-01-20T00:00Z', '2026-04-10T00:00Z')).toEqual(['2026-02-01T00', '2026-04-01T00']);
});

test('a calendar that is ahead of UTC costs an hour at each end', () => {
  expect(cover('2025-12-31T23:00Z', '2026-01-31T23:00Z')).toEqual(['2026-01-01T00', '2026-02-01T00']);
});

test('over the turn of a year', () => {
  expect(cover('2025-11-30T23:00Z', '2026-01-02T00:00Z')).toEqual(['2025-12-01T00', '2026-01-01T00']);
});

test('where counting the span is less, it is empty at the beginning', () => {
  expect(cover('2026-01-10T00:00Z', '2026-01-17T00:00Z')).toEqual(['2026-01-10T00', '2026-01-10T00']);
  expect(cover('2026-01-30T00:00Z', '2026-02-02T00:00Z')).toEqual(['2026-01-30T00', '2026-01-30T00']);
});
