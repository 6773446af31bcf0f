import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ActOnDelivery } from '../deliveries/schema.ts';
import { buildCard } from './build-board.ts';
import { NEXT_STEP, type ShownCard, undoOf, type WaitingAct, withActs } from './queue.ts';
import { BOARD_STATUSES, type BoardCard } from './types.ts';

const pressedAt = '2026-11-22T15:10:00.000Z';

function waiting(acts: ActOnDelivery[]): WaitingAct[] {
  return acts.map((act, order) => ({ act, order, pressedAt, number: 1050 }));
}

function shown(card: BoardCard, acts: ActOnDelivery[]): ShownCard {
  const [only] = withActs([card], [], waiting(acts));
  if (!only) throw new Error('The card is gone.');
  return only;
}

const card = buildCard();
const deliveryId = card.id;
const accept: ActOnDelivery = { act: 'accept', deliveryId, revision: 1 };

describe('what waits to be sent is shown at once', () => {
  test('a step moves the card, says since when, and that it is not sent', () => {
    expect(shown(card, [accept, { act: 'startCooking', deliveryId }])).toMatchObject({
      status: 'cooking',
      since: pressedAt,
      promisedAt: card.wantedAt,
      unsent: 2,
    });
  });

  test('a promised time is the one that was chosen', () => {
    const promisedAt = '2026-11-22T16:50:00.000Z';
    expect(shown(card, [{ act: 'accept', deliveryId, revision: 1, promisedAt }])).toMatchObject({ promisedAt });
  });

  test('what leaves the board stays in sight until it is sent', () => {
    const ready = buildCard({ status: 'ready', id: deliveryId });
    expect(shown(ready, [{ act: 'handOver', deliveryId }])).toMatchObject({ status: 'ready', leavesBy: 'handOver' });
    const pickUp = { ...ready, fulfilment: 'pick_up' as const };
    expect(shown(pickUp, [{ act: 'handOver', deliveryId }])).toMatchObject({ leavesBy: 'handOver' });
    expect(shown(card, [{ act: 'reject', deliveryId, revision: 1, reason: 'Oven' }])).toMatchObject({ leavesBy: 'reject' });
  });

  test('a change that is seen loses its marks, and what was removed goes', () => {
    const line = { id: '1', name: 'Pierogi', quantity: 1, note: '' };
    const changed = buildCard({
      id: deliveryId,
      status: 'cooking',
      revision: 2,
      changes: { isForOthersOnly: false },
      lines: [
        { ...line, mark: { kind: 'added' } },
        { ...line, id: '2', mark: { kind: 'removed' } },
      ],
    });
    expect(shown(changed, [{ act: 'acknowledge', deliveryId, revision: 2 }])).toMatchObject({
      changes: null,
      lines: [{ id: '1', mark: null }],
    });
    expect(shown(changed, [{ act: 'acknowledge', deliveryId, revision: 1 }]).changes).not.toBeNull();
  });

  test('a problem is shown, and gone when it is solved', () => {
    const report: ActOnDelivery = { act: 'reportProblem', deliveryId, reason: 'No box' };
    expect(shown(card, [report]).problemReason).toBe('No box');
    expect(shown(card, [report, { act: 'solveProblem', deliveryId }]).problemReason).toBeNull();
  });

  test('what is not possible any more changes nothing: the server says why', () => {
    expect(shown(card, [{ act: 'markReady', deliveryId }])).toMatchObject({ status: 'sent', unsent: 1 });
    expect(shown({ ...card, revision: 2 }, [accept])).toMatchObject({ status: 'sent' });
  });

  test('a step back leaves the status it names and no other', () => {
    const cooking = buildCard({ id: deliveryId, status: 'cooking' });
    const back: ActOnDelivery = { act: 'stepBack', deliveryId, from: 'cooking' };
    expect(shown(cooking, [back, back])).toMatchObject({ status: 'accepted' });
    expect(shown({ ...cooking, status: 'accepted', promisedAt: pressedAt }, [{ ...back, from: 'accepted' }])).toMatchObject({
      status: 'sent',
      promisedAt: null,
    });
  });

  test('a delivery that is gone from the board is not brought back', () => {
    expect(withActs([], [], waiting([accept]))).toEqual([]);
  });

  test('what was answered but is not on the board yet is shown too, and does not count as unsent', () => {
    const [answered, unsent] = [waiting([accept]), waiting([{ act: 'startCooking', deliveryId }])];
    expect(withActs([card], answered, unsent)).toMatchObject([{ status: 'cooking', unsent: 1 }]);
  });
});

test('a step that may have been sent is undone by stepping back from where it led', () => {
  expect(undoOf(card, accept)).toEqual({ act: 'stepBack', deliveryId, from: 'accepted' });
  expect(undoOf(card, { act: 'reject', deliveryId, revision: 1, reason: 'Oven' })).toMatchObject({ from: 'rejected' });
  expect(undoOf(card, { act: 'acknowledge', deliveryId, revision: 1 })).toBeNull();
});

/** What a person can press on a card as they see it: its step, its way back, its flags. */
const presses = fc.array(fc.constantFrom('next', 'next', 'undo', 'undo', 'seen', 'problem', 'solved'), { maxLength: 12 });

function pressAll(start: BoardCard, buttons: string[]): ActOnDelivery[] {
  const acts: ActOnDelivery[] = [];
  for (const button of buttons) {
    const now = shown(start, acts);
    if (now.leavesBy) break;
    const undo = lastUndo(start, acts);
    if (button === 'next') acts.push(nextOf(now));
    if (button === 'undo' && undo) acts.push(undo);
    if (button === 'seen') acts.push({ act: 'acknowledge', deliveryId, revision: now.revision });
    if (button === 'problem') acts.push({ act: 'reportProblem', deliveryId, reason: 'No box' });
    if (button === 'solved') acts.push({ act: 'solveProblem', deliveryId });
  }
  return acts;
}

function nextOf({ status, revision }: ShownCard): ActOnDelivery {
  return status === 'sent' ? { act: 'accept', deliveryId, revision } : { act: NEXT_STEP[status], deliveryId };
}

function lastUndo(start: BoardCard, acts: ActOnDelivery[]): ActOnDelivery | null {
  const last = acts.at(-1);
  return last ? undoOf(shown(start, acts.slice(0, -1)), last) : null;
}

test('whatever was pressed: sent twice, it leads to the same board as sent once', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BOARD_STATUSES), presses, (status, buttons) => {
      const start = buildCard({ id: deliveryId, status, changes: status === 'sent' ? null : { isForOthersOnly: true } });
      const acts = pressAll(start, buttons);
      const once = shown(start, acts);
      const twice = shown(start, [...acts, ...acts]);
      expect({ ...twice, unsent: 0 }).toEqual({ ...once, unsent: 0 });
    }),
  );
});

test('whatever was pressed: an answer that was lost on the way makes no difference', () => {
  fc.assert(
    fc.property(fc.constantFrom(...BOARD_STATUSES), presses, fc.nat(11), (status, buttons, lost) => {
      const start = buildCard({ id: deliveryId, status });
      const acts = pressAll(start, buttons);
      const at = acts.length > 0 ? lost % acts.length : 0;
      const again = [...acts.slice(0, at + 1), ...acts.slice(at)];
      expect({ ...shown(start, again), unsent: 0 }).toEqual({ ...shown(start, acts), unsent: 0 });
    }),
    { numRuns: 500 },
  );
});

test('of one that is gone there is nothing to do but to have seen it', () => {
  const gone = buildCard({ status: 'cooking', gone: { kind: 'cancelled', reason: 'Customer called off' } });
  const press = (act: ActOnDelivery) => withActs([gone], [], [{ order: 1, pressedAt: gone.since, number: gone.number, act }])[0];

  expect(press({ act: 'markReady', deliveryId: gone.id })).toMatchObject({ status: 'cooking', leavesBy: null });
  expect(press({ act: 'acknowledge', deliveryId: gone.id, revision: 1 })).toMatchObject({ leavesBy: 'acknowledge' });
});
