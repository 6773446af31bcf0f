import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TillDelivery, TillMessage } from '../deliveries/till-message.ts';
import { folded, type Standing, whyNotToTell } from './obsolete.ts';

const underWay: Standing = { status: 'sent', isHere: true, isKnown: false, hasNewer: false };

describe('what a till is not told any more', () => {
  test('an order or its change, once the delivery is final or was rejected', () => {
    for (const type of ['delivery.sent', 'delivery.changed'] as const) {
      for (const status of ['delivered', 'cancelled', 'rejected'] as const) {
        expect(whyNotToTell(type, { ...underWay, status, isKnown: true })).toBe('over');
      }
      for (const status of ['sent', 'accepted', 'cooking', 'ready'] as const) {
        expect(whyNotToTell(type, { ...underWay, status })).toBeNull();
      }
    }
  });

  test('an order that left the kitchen, unless the till has it', () => {
    expect(whyNotToTell('delivery.sent', { ...underWay, status: 'on_the_way' })).toBe('over');
    expect(whyNotToTell('delivery.changed', { ...underWay, status: 'on_the_way', isKnown: true })).toBeNull();
  });

  test('an order that another point of sale has', () => {
    expect(whyNotToTell('delivery.sent', { ...underWay, isHere: false })).toBe('elsewhere');
  });

  test('an order that a later message tells again', () => {
    expect(whyNotToTell('delivery.changed', { ...underWay, hasNewer: true })).toBe('newer');
  });

  test('that an order is off or elsewhere, where the till never had it; else it is told however late', () => {
    for (const type of ['delivery.cancelled', 'delivery.withdrawn'] as const) {
      const over: Standing = { ...underWay, status: 'cancelled', isHere: false };
      expect(whyNotToTell(type, over)).toBe('neverTold');
      expect(whyNotToTell(type, { ...over, isKnown: true })).toBeNull();
    }
  });
});

describe('two messages told as one', () => {
  const head = { version: 1, timestamp: '2026-11-22T15:00:00.000Z' } as const;
  const sent: TillMessage = { ...head, type: 'delivery.sent', data: { delivery: delivery(1) } };
  const changed = (revision: number, ...changes: string[]): TillMessage => {
    return { ...head, type: 'delivery.changed', data: { delivery: delivery(revision), changes } };
  };

  test('an order and its change are the order as it is by now', () => {
    expect(folded(sent, changed(2, 'street'))).toEqual({ ...sent, data: { delivery: delivery(2) } });
  });

  test('two changes are one that names the parts of both', () => {
    expect(folded(changed(2, 'street', 'comment'), changed(3, 'comment', 'lines'))).toEqual(
      changed(3, 'street', 'comment', 'lines'),
    );
  });

  test('an order that comes back is itself', () => {
    expect(folded(changed(2, 'street'), sent)).toBe(sent);
  });
});

const id = randomUUID();

function delivery(revision: number): TillDelivery {
  return {
    id,
    number: 1042,
    revision,
    fulfilment: 'pick_up',
    wantedAt: null,
    customer: { name: '', phone: '' },
    address: null,
    lines: [],
    currency: 'PLN',
    productsMinor: 0,
    discountMinor: 0,
    discountReason: '',
    totalMinor: 0,
    payment: 'cash',
    comment: '',
  };
}
