import fc from 'fast-check';
import { type DeliveryContent, emptyContent, type OrderLine, type SavedDelivery } from './types.ts';

// Few values, so that edits of two people often meet on the same one.
const word = fc.constantFrom('', 'a', 'b', 'c');
const id = fc.constantFrom(...['1', '2', '3', '4'].map((digit) => `0000000${digit}-0000-4000-8000-000000000000`));

const line = fc.record({
  id,
  productId: id,
  quantity: fc.integer({ min: 1, max: 3 }),
  note: word,
  name: fc.constant('Pierogi'),
  priceMinor: fc.constant(2_900),
});

/** Any content, out of few values. */
export const anyContent: fc.Arbitrary<DeliveryContent> = fc.record({
  phone: word,
  customerId: fc.option(id),
  customerName: word,
  fulfilment: fc.constantFrom('delivery', 'pick_up'),
  street: word,
  flat: word,
  district: word,
  city: word,
  driverNote: word,
  comment: word,
  payment: fc.constantFrom('cash', 'card', 'online'),
  discountKind: fc.constantFrom('none', 'percent', 'amount'),
  discountValue: fc.integer({ min: 0, max: 3 }),
  discountReason: word,
  wantedAt: fc.option(fc.constantFrom('2026-11-22T16:00:00.000Z', '2026-11-22T17:00:00.000Z')),
  pointOfSaleId: fc.option(id),
  lines: fc.uniqueArray(line, { selector: (each) => each.id, maxLength: 4 }),
});

export function buildLine(overrides: Partial<OrderLine> = {}): OrderLine {
  return {
    id: crypto.randomUUID(),
    productId: crypto.randomUUID(),
    name: 'Pierogi',
    priceMinor: 2_900,
    quantity: 1,
    note: '',
    ...overrides,
  };
}

export function buildSaved(content: Partial<DeliveryContent> = {}, overrides: Partial<SavedDelivery> = {}): SavedDelivery {
  return {
    number: 1042,
    version: 1,
    status: 'draft',
    content: { ...emptyContent, ...content },
    phone: { raw: '', e164: null, display: '', isCallable: false },
    totalMinor: 0,
    sentContent: null,
    sentTotalMinor: null,
    sentToId: null,
    promisedAt: null,
    lastChange: { byId: null, byName: 'Oskar Operator', at: '2026-11-22T15:04:00.000Z' },
    ...overrides,
  };
}
