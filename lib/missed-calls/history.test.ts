import { describe, expect, test } from 'vitest';
import { historyLines, type ReadEvent } from './history.ts';

const at = (minute: number) => new Date(Date.UTC(2026, 0, 31, 10, minute));
const event = (
  seq: number,
  type: ReadEvent['type'],
  details: ReadEvent['details'] = {},
  byId: string | null = null,
): ReadEvent => ({
  seq,
  type,
  at: at(seq),
  byId,
  details,
});

describe('historyLines', () => {
  test('[S2.15] an attempt to call is one line, who began it, when, and what came of it, where it began', () => {
    const lines = historyLines([
      event(1, 'missed'),
      event(2, 'call_started', { attemptId: 'a' }, 'olga'),
      event(3, 'missed'),
      event(4, 'call_not_reached', { attemptId: 'a', cause: 'busy' }),
    ]);
    expect(lines.map(({ seq, type, byId, outcome }) => [seq, type, byId, outcome])).toEqual([
      [3, 'missed', null, null],
      [2, 'called', 'olga', 'not_reached'],
      [1, 'missed', null, null],
    ]);
    expect(lines[1]).toMatchObject({ at: at(2), details: { cause: 'busy' } });
  });

  test('[S2.15] two attempts are two lines; one that lasts has no outcome yet', () => {
    const lines = historyLines([
      event(1, 'call_started', { attemptId: 'a' }, 'olga'),
      event(2, 'call_reached', { attemptId: 'a', talkSeconds: 30 }),
      event(3, 'call_started', { attemptId: 'b' }, 'marta'),
    ]);
    expect(lines.map(({ byId, outcome }) => [byId, outcome])).toEqual([
      ['marta', null],
      ['olga', 'reached'],
    ]);
  });

  test('[R3] what is corrected later stands in the same line', () => {
    const [line] = historyLines([
      event(1, 'call_started', { attemptId: 'a' }, 'olga'),
      event(2, 'call_not_reached', { attemptId: 'a', cause: 'no_answer' }),
      event(3, 'call_reached', { attemptId: 'a', talkSeconds: 12 }),
    ]);
    expect(line).toMatchObject({ outcome: 'reached', details: { talkSeconds: 12 } });
  });

  test('[S2.16] what was done by hand is a line of its own', () => {
    const lines = historyLines([
      event(1, 'missed'),
      event(2, 'removed', { reason: 'manual' }, 'marta'),
      event(3, 'restored', {}, 'marta'),
    ]);
    expect(lines.map((line) => line.type)).toEqual(['restored', 'removed', 'missed']);
  });
});
