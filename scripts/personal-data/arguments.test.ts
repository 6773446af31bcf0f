import { describe, expect, test } from 'vitest';
import { readCommand } from './arguments.ts';

describe('npm run personal-data', () => {
  test('reads what to do and with whom, also a number in several words', () => {
    expect(readCommand(['export', '+48600100105', '--out', 'a.json'])).toEqual({
      act: 'export',
      number: '+48600100105',
      out: 'a.json',
    });
    expect(readCommand(['erase', '600', '100', '105', '--yes'])).toEqual({
      act: 'erase',
      number: '600 100 105',
      isConfirmed: true,
    });
    expect(readCommand(['erase', '600100105'])).toMatchObject({ isConfirmed: false });
  });

  test.each([[[]], [['erase']], [['forget', '600100105']], [['export', '600100105']], [['erase', '600100105', '--all']]])(
    '%j is told how it is written',
    (words) => expect(() => readCommand(words)).toThrow('npm run personal-data'),
  );
});
