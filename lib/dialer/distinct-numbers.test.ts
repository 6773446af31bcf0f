import { describe, expect, test } from 'vitest';
import { distinctNumbers } from './distinct-numbers.ts';
import { LAST_NUMBERS } from './limits.ts';
import type { RecentCall } from './queries.ts';

const AT = new Date('2026-11-22T15:00:00Z');

function call(facts: Partial<RecentCall>): RecentCall {
  return {
    direction: 'inbound',
    startedAt: AT,
    operatorExtension: '101',
    fromE164: null,
    fromRaw: '',
    fromDisplay: '',
    toE164: null,
    toRaw: '',
    toDisplay: '',
    ...facts,
  };
}

const from = (e164: string) => call({ fromE164: e164, fromRaw: e164, fromDisplay: e164 });
const to = (e164: string) => call({ direction: 'outbound', fromRaw: '101', toE164: e164, toRaw: e164, toDisplay: e164 });

describe('the last numbers', () => {
  test('are the callers of incoming calls and the called of outgoing ones, in that order of time', () => {
    expect(distinctNumbers([to('+48600100102'), from('+48600100101')])).toMatchObject([
      { number: '+48600100102', direction: 'outbound' },
      { number: '+48600100101', direction: 'inbound' },
    ]);
  });

  test('a number comes once, as it was spoken with last', () => {
    expect(distinctNumbers([to('+48600100101'), from('+48600100102'), from('+48600100101')])).toMatchObject([
      { number: '+48600100101', direction: 'outbound' },
      { number: '+48600100102' },
    ]);
  });

  test('[S0.14b] a withheld number is none', () => {
    expect(distinctNumbers([call({ fromRaw: 'anonymous' })])).toEqual([]);
  });

  test('between colleagues it is the extension of the other one', () => {
    const dialled = call({ direction: 'internal', fromRaw: '101', toRaw: '102' });
    const taken = call({ direction: 'internal', fromRaw: '103', toRaw: '101' });
    expect(distinctNumbers([dialled, taken]).map((each) => each.number)).toEqual(['102', '103']);
  });

  test(`there are ${LAST_NUMBERS} at most`, () => {
    const many = Array.from({ length: 20 }, (_, index) => from(`+486001001${String(index).padStart(2, '0')}`));
    expect(distinctNumbers(many)).toHaveLength(LAST_NUMBERS);
  });
});
