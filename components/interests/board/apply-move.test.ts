import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { BoardColumn } from '@/lib/interests/board-queries';
import type { InterestRow } from '@/lib/interests/row';
import type { StageKind } from '@/lib/interests/types';
import { applyMove, stageBeside } from './apply-move';

const AT = new Date('2026-11-28T10:00:00Z');

const stage = (id: string, kind: StageKind = 'active') => ({ id, name: id, standard: null, kind });

function row(id: string, inStage: string): InterestRow {
  return {
    id,
    number: 1,
    subject: id,
    whatToDo: '',
    lostReason: '',
    version: 1,
    stageSince: new Date(0),
    closedAt: null,
    stage: stage(inStage),
    serviceType: null,
    responsible: null,
    of: { customerId: null, name: '', company: '', class: null, contact: '', phone: null },
    nextTask: null,
    lastInteraction: null,
  };
}

function column(id: string, ids: string[], kind: StageKind = 'active', isArchived = false): BoardColumn {
  return { stage: stage(id, kind), isArchived, rows: ids.map((each) => row(each, id)), count: ids.length, isMore: false };
}

const board = () => [
  column('new', ['a', 'b']),
  column('old', ['c'], 'active', true),
  column('work', []),
  column('won', ['d'], 'won'),
];
const ids = (columns: BoardColumn[]) => columns.map(({ rows }) => rows.map(({ id }) => id));

describe('[S3.17] a card that is moved', () => {
  test('comes on top of its new stage, and both are counted', () => {
    const moved = applyMove(board(), { interestId: 'b', to: stage('won', 'won'), atMs: AT.getTime() });
    expect(ids(moved)).toEqual([['a'], ['c'], [], ['b', 'd']]);
    expect(moved.map(({ count }) => count)).toEqual([1, 1, 0, 2]);
    expect(moved[3]?.rows[0]).toMatchObject({ stage: { id: 'won' }, stageSince: AT, closedAt: AT });
  });

  test('back to an active stage is open again', () => {
    const moved = applyMove(board(), { interestId: 'd', to: stage('work'), atMs: AT.getTime() });
    expect(moved[2]?.rows[0]).toMatchObject({ id: 'd', closedAt: null });
  });

  test('where it is, or one that is not there, changes nothing', () => {
    const before = board();
    expect(applyMove(before, { interestId: 'a', to: stage('new'), atMs: 0 })).toBe(before);
    expect(applyMove(before, { interestId: 'x', to: stage('new'), atMs: 0 })).toBe(before);
  });

  test('any number of times is still there once', () => {
    const move = fc.record({ interestId: fc.constantFrom('a', 'b', 'c', 'd', 'x'), at: fc.integer({ min: 0, max: 3 }) });
    fc.assert(
      fc.property(fc.array(move), (moves) => {
        const after = moves.reduce(
          (columns, { interestId, at }) => applyMove(columns, { interestId, to: columns[at]?.stage ?? stage('new'), atMs: 0 }),
          board(),
        );
        expect(ids(after).flat().sort()).toEqual(['a', 'b', 'c', 'd']);
        for (const { rows, count } of after) expect(count).toBe(rows.length);
      }),
    );
  });
});

test('the stage beside is the next that something can be moved to', () => {
  expect(stageBeside(board(), 'new', 1)?.id).toBe('work');
  expect(stageBeside(board(), 'old', -1)?.id).toBe('new');
  expect(stageBeside(board(), 'work', -1)?.id).toBe('new');
  expect(stageBeside(board(), 'new', -1)).toBeNull();
  expect(stageBeside(board(), 'won', 1)).toBeNull();
  expect(stageBeside(board(), 'nowhere', 1)).toBeNull();
});
