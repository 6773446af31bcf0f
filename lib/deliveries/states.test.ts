import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DELIVERY_ACTS, type DeliveryAct, isAllowedTo, nextStatus, statusBefore, stepsFrom } from './states.ts';
import { DELIVERY_STATUSES, type DeliveryStatus, isFinal } from './status.ts';

const status = fc.constantFrom(...DELIVERY_STATUSES);
const fulfilment = fc.constantFrom('delivery' as const, 'pick_up' as const);
const act = fc.constantFrom(...DELIVERY_ACTS);

describe('[S0.16a] the states of a delivery', () => {
  test('waiting, accepted, cooking, ready, on its way, delivered', () => {
    const way: DeliveryAct[] = ['accept', 'startCooking', 'markReady', 'handOver', 'markDelivered'];
    const passed: DeliveryStatus[] = ['sent'];
    for (const each of way) {
      const step = nextStatus(each, { status: passed.at(-1) ?? 'sent', fulfilment: 'delivery' });
      if (step.kind === 'step') passed.push(step.to);
    }
    expect(passed).toEqual(['sent', 'accepted', 'cooking', 'ready', 'on_the_way', 'delivered']);
  });

  test('a pick-up that is handed over is delivered', () => {
    expect(nextStatus('handOver', { status: 'ready', fulfilment: 'pick_up' })).toEqual({ kind: 'step', to: 'delivered' });
    expect(stepsFrom({ status: 'ready', fulfilment: 'pick_up' })).toEqual(['handOver', 'markDelivered']);
  });

  test('a kitchen can still say no while it cooks, not once it is ready', () => {
    const canReject = DELIVERY_STATUSES.filter((each) => stepsFrom({ status: each, fulfilment: 'delivery' }).includes('reject'));
    expect(canReject).toEqual(['sent', 'accepted', 'cooking']);
  });

  test('nothing leads out of delivered and cancelled, nor out of what no point of sale has', () => {
    for (const each of DELIVERY_STATUSES.filter((one) => isFinal(one) || one === 'draft' || one === 'rejected')) {
      expect(stepsFrom({ status: each, fulfilment: 'delivery' })).toEqual([]);
    }
  });

  test('an act done twice is done once', () => {
    fc.assert(
      fc.property(act, status, fulfilment, (each, from, how) => {
        const first = nextStatus(each, { status: from, fulfilment: how });
        if (first.kind === 'step') expect(nextStatus(each, { status: first.to, fulfilment: how })).toEqual({ kind: 'done' });
      }),
    );
  });

  test('every step of the board but one that skips cooking is undone by stepping back', () => {
    fc.assert(
      fc.property(act, status, fulfilment, (each, from, how) => {
        const step = nextStatus(each, { status: from, fulfilment: how });
        const skips = (each === 'markReady' && from === 'accepted') || (each === 'reject' && from !== 'sent');
        // A pick-up is never on its way, a delivery seldom skips being so.
        const isShortcut = each === 'markDelivered' && (from === 'ready') === (how === 'delivery');
        if (step.kind === 'step' && !skips && !isShortcut) expect(statusBefore({ status: step.to, fulfilment: how })).toBe(from);
      }),
    );
  });

  test('the desk does not cook', () => {
    expect(DELIVERY_ACTS.filter((each) => !isAllowedTo('desk', each))).toEqual([
      'accept',
      'reject',
      'startCooking',
      'markReady',
      'acknowledge',
    ]);
    expect(DELIVERY_ACTS.every((each) => isAllowedTo('board', each) && isAllowedTo('till', each))).toBe(true);
  });
});
