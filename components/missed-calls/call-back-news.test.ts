import { expect, test } from 'vitest';
import { type CallBackNews, newsSince } from './call-back-news';

const by = { id: 'olga', name: 'Olga Operator' };
const talking = { id: 'call-back-1', by, startedAt: '2026-11-29T11:03:00.000Z', answeredAt: '2026-11-29T11:03:05.000Z' };
const heard = (atMs: number, callBack: CallBackNews['callBack']) => new Map([['row-1', { atMs, callBack }]]);

test('a list that was read before the news comes after it: the news stands', () => {
  expect(newsSince(4_000, heard(5_000, talking)).get('row-1')?.callBack).toEqual(talking);
  expect(newsSince(4_000, heard(5_000, null)).has('row-1')).toBe(true);
});

test('a list that was read afterwards knows as much, or more', () => {
  expect(newsSince(5_001, heard(5_000, talking)).size).toBe(0);
});
