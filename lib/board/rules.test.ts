import { describe, expect, test } from 'vitest';
import { buildCard } from './build-board.ts';
import { bellsDue, columnOf, hasWaitedTooLong, lateMinutes, loadOf, promiseAfter, rungAfter } from './rules.ts';

const at = (time: string) => `2026-11-22T${time}.000Z`;
const ms = (time: string) => Date.parse(at(time));

describe('hasWaitedTooLong', () => {
  test.each([
    ['sent', 5],
    ['cooking', 20],
    ['ready', 15],
  ] as const)('in %s from %i minutes on', (status, minutes) => {
    const card = buildCard({ status, since: at('15:00:00') });
    const limit = ms('15:00:00') + minutes * 60_000;
    expect(hasWaitedTooLong(card, limit - 1)).toBe(false);
    expect(hasWaitedTooLong(card, limit)).toBe(true);
  });

  test('what is accepted for the evening may wait until an hour before it', () => {
    const card = buildCard({ status: 'accepted', since: at('12:00:00'), wantedAt: at('18:00:00') });
    expect(hasWaitedTooLong(card, ms('17:14:59'))).toBe(false);
    expect(hasWaitedTooLong(card, ms('17:15:00'))).toBe(true);
    expect(hasWaitedTooLong({ ...card, wantedAt: null }, ms('12:15:00'))).toBe(true);
  });
});

test('late is by the promised time where there is one, from the first whole minute', () => {
  const card = buildCard({ wantedAt: at('16:00:00') });
  expect(lateMinutes(card, ms('16:00:59'))).toBe(0);
  expect(lateMinutes(card, ms('16:01:00'))).toBe(1);
  expect(lateMinutes({ ...card, promisedAt: at('16:30:00') }, ms('16:01:00'))).toBe(0);
  expect(lateMinutes({ ...card, wantedAt: null }, ms('16:01:00'))).toBe(0);
});

test('a column has the most urgent one first, by the time that counts', () => {
  const [soon, later, promised] = [
    buildCard({ number: 3, wantedAt: at('16:00:00') }),
    buildCard({ number: 1, wantedAt: at('17:00:00') }),
    buildCard({ number: 2, wantedAt: at('15:30:00'), promisedAt: at('16:30:00') }),
  ];
  const elsewhere = buildCard({ status: 'ready' });
  expect(columnOf([later, elsewhere, promised, soon], 'sent').map(({ number }) => number)).toEqual([3, 2, 1]);
});

test('the load is what the kitchen has in hand: what is ready, or gone, is not', () => {
  const cards = (['sent', 'accepted', 'cooking', 'ready'] as const).map((status) => buildCard({ status }));
  expect(loadOf([...cards, buildCard({ gone: { kind: 'moved', to: 'Praga' } })])).toBe(3);
});

test('a later time is counted from the wanted one, or from now where that has passed', () => {
  expect(promiseAfter(10, at('16:30:00'), ms('15:00:00'))).toBe(at('16:40:00'));
  expect(promiseAfter(20, at('14:00:00'), ms('15:00:30'))).toBe(at('15:21:00'));
  expect(promiseAfter(30, null, ms('15:00:00'))).toBe(at('15:30:00'));
});

describe('the bell', () => {
  test('rings once for each that comes, and again after a minute while it waits', () => {
    const rung = new Map([['old', ms('15:00:00')]]);
    expect(bellsDue(['old', 'new'], rung, ms('15:00:59'))).toEqual(['new']);
    expect(bellsDue(['old', 'new'], rung, ms('15:01:00'))).toEqual(['old', 'new']);
  });

  test('rings at once for one that was rejected and sent again within the minute', () => {
    const rung = rungAfter(['again', 'other'], new Map(), ms('15:00:00'));
    const withoutIt = rungAfter(['other'], rung, ms('15:00:10'));
    expect(bellsDue(['again', 'other'], withoutIt, ms('15:00:20'))).toEqual(['again']);
  });

  test('is silent where nothing waits', () => {
    expect(bellsDue([], new Map([['gone', 0]]), ms('15:01:00'))).toEqual([]);
  });
});
