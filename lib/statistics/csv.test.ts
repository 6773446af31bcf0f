import { describe, expect, test } from 'vitest';
import { addUp } from './add-up.ts';
import { figureCsv } from './csv.ts';
import type { NamedStatistics } from './read-statistics.ts';
import { removalSlices, statusSlices } from './slices.ts';
import type { Tally } from './types.ts';

const tally = (rows: number, overrides: Partial<Tally>): Tally => ({
  lineId: 'hotline',
  lastStatus: 'none',
  removalReason: null,
  removedById: null,
  isDeleted: false,
  rows,
  ...overrides,
});

const statistics: NamedStatistics = {
  ...addUp(
    [
      tally(5, {}),
      tally(12, { lastStatus: 'reached', removalReason: 'called_back' }),
      tally(2, { lastStatus: 'sms_sent', removalReason: 'manual', removedById: 'marta' }),
      tally(3, { lastStatus: 'not_reached', removalReason: 'retention', isDeleted: true }),
      tally(1, { lineId: null, removalReason: 'manual' }),
    ],
    [
      { lineId: 'hotline', byId: 'olga', minutes: 4, rows: 9 },
      { lineId: 'hotline', byId: null, minutes: 90, rows: 6 },
    ],
  ),
  lines: new Map([['hotline', '=Hotline']]),
  users: new Map([
    ['olga', 'Olga'],
    ['marta', 'Marta, the manager'],
  ]),
};

describe('slices', () => {
  test('[S2.25] the left chart has all four, also those that are none', () => {
    expect(statusSlices(statistics).map(({ status, rows }) => [status, rows])).toEqual([
      ['reached', 12],
      ['not_reached', 3],
      ['sms_sent', 2],
      ['none', 6],
    ]);
  });

  test('[S2.27] the right chart has its three, each followed by what it is made of', () => {
    expect(removalSlices(statistics).map(({ removed, isPart, rows, deleted }) => [removed, isPart, rows, deleted])).toEqual([
      ['automaton', false, 15, 3],
      ['called_back', true, 12, 0],
      ['retention', true, 3, 3],
      ['hand', false, 3, 0],
      ['marta', true, 2, 0],
      ['former', true, 1, 0],
      ['list', false, 5, 0],
    ]);
  });
});

describe('a figure as a file', () => {
  test('[S2.27] says who and why', () => {
    expect(figureCsv('removed-by', statistics).join('')).toBe(
      [
        'Removed by,Which,Missed calls,Permanently deleted',
        'Automatically,,15,3',
        ',Called back,12,0',
        ',Too long on the list,3,3',
        'By hand,,3,0',
        ',"Marta, the manager",2,0',
        ',A former user,1,0',
        'Still on the list,,5,0',
        'Total,,23,3',
        '',
      ].join('\r\n'),
    );
  });

  test('[S2.25] adds up', () => {
    expect(figureCsv('last-status', statistics).at(-1)).toBe('Total,23,3\r\n');
  });

  test('[R26] no cell is a formula', () => {
    expect(figureCsv('lines', statistics)).toContain("'=Hotline,22,15,9,4,90\r\n");
  });

  test('of operators has nobody who called nobody back', () => {
    expect(figureCsv('operators', statistics).slice(1)).toEqual(['Olga,9,9,4,4\r\n', 'A former user,6,0,90,90\r\n']);
  });
});
