import { describe, expect, test } from 'vitest';
import { DELIVERY_PARTS, type DeliveryPart } from './parts.ts';
import type { SendCheck } from './policy.ts';
import { completeSteps } from './steps.ts';
import { buildLine } from './testing.ts';
import { type DeliveryContent, emptyContent } from './types.ts';

const point = { id: 'p1', name: 'Mokotów', openingHours: {}, isStopped: false, allowsAnonymousPickUp: false, pickUpMinutes: 15 };
const check: SendCheck = {
  saved: null,
  point,
  lacking: new Map(),
  now: new Date('2026-11-22T15:00:00Z'),
  timeZone: 'Europe/Warsaw',
};

const ready: DeliveryContent = {
  ...emptyContent,
  customerName: 'Ewa',
  street: 'Wilcza 1',
  lines: [buildLine()],
  wantedAt: '2026-11-22T17:00:00.000Z',
  pointOfSaleId: 'p1',
};

describe('[S0.16b] the steps of taking an order', () => {
  test('are all complete when nothing keeps the delivery from being sent', () => {
    expect(completeSteps(ready, check)).toEqual([...DELIVERY_PARTS]);
  });

  test.each([
    ['client', { customerName: '' }],
    ['address', { street: ' ' }],
    ['order', { lines: [] }],
    ['checkout', { wantedAt: null }],
    ['checkout', { wantedAt: '2026-11-22T09:00:00.000Z' }],
    ['checkout', { pointOfSaleId: null }],
  ] satisfies [DeliveryPart, Partial<DeliveryContent>][])('%s is not, with %j', (part, lacking) => {
    const content = { ...ready, ...lacking };
    expect(completeSteps(content, { ...check, point: content.pointOfSaleId ? point : null })).toEqual(
      DELIVERY_PARTS.filter((each) => each !== part),
    );
  });

  test('a pick-up needs no address', () => {
    expect(completeSteps({ ...ready, fulfilment: 'pick_up', street: '' }, check)).toContain('address');
  });
});
