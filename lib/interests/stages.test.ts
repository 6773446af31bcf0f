import { describe, expect, test } from 'vitest';
import { moveTo } from './stages.ts';

const NEW = { stageId: 'new', kind: 'active' } as const;
const IN_WORK = { stageId: 'in-work', kind: 'active' } as const;
const WON = { stageId: 'won', kind: 'won' } as const;
const LOST = { stageId: 'lost', kind: 'lost' } as const;

describe('[S3.17] an interest has stages', () => {
  test('an active one goes to any other active one, and back', () => {
    expect(moveTo(NEW, IN_WORK, '')).toEqual({ kind: 'moved', isClosed: false });
    expect(moveTo(IN_WORK, NEW, '')).toEqual({ kind: 'moved', isClosed: false });
  });

  test('won closes it', () => {
    expect(moveTo(IN_WORK, WON, '')).toEqual({ kind: 'moved', isClosed: true });
  });

  test('lost closes it, and whoever loses it says why', () => {
    expect(moveTo(IN_WORK, LOST, '  ')).toEqual({ kind: 'reasonMissing' });
    expect(moveTo(WON, LOST, '')).toEqual({ kind: 'reasonMissing' });
    expect(moveTo(IN_WORK, LOST, 'Too expensive')).toEqual({ kind: 'moved', isClosed: true });
  });

  test('what is closed is reopened', () => {
    expect(moveTo(LOST, NEW, '')).toEqual({ kind: 'moved', isClosed: false });
  });

  test('where it is already nothing happens, without a reason too', () => {
    for (const place of [NEW, IN_WORK, WON, LOST]) expect(moveTo(place, place, '')).toEqual({ kind: 'done' });
  });
});
