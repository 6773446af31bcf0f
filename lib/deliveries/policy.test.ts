import { describe, expect, test } from 'vitest';
import { groupOf, soonUntil } from './grouping.ts';
import { countUnsent, isEditable, needsReasonToCancel, type SendCheck, sendProblems } from './policy.ts';
import { DELIVERY_STATUSES } from './status.ts';
import { suggestPointOfSale, suggestWantedAt } from './suggestions.ts';
import { buildLine, buildSaved } from './testing.ts';
import { emptyContent, type SavedDelivery } from './types.ts';

const complete = {
  ...emptyContent,
  phone: '+48 600 100 103',
  street: 'Prosta 51',
  wantedAt: '2026-11-22T16:00:00.000Z',
  pointOfSaleId: 'mokotow',
  lines: [buildLine()],
};

const mokotow = {
  id: 'mokotow',
  name: 'Bistro Mokotów',
  openingHours: {},
  isStopped: false,
  allowsAnonymousPickUp: false,
  pickUpMinutes: 15,
};
const check: SendCheck = {
  saved: null,
  point: mokotow,
  lacking: new Map(),
  now: new Date('2026-11-22T15:00:00Z'),
  timeZone: 'Europe/Warsaw',
};
const withSaved = (overrides: Partial<SavedDelivery>) => ({ ...check, saved: buildSaved({}, overrides) });

describe('sendProblems', () => {
  test('[S0.16] a complete delivery can be sent', () => {
    expect(sendProblems(complete, check)).toEqual([]);
  });

  test('says everything that is missing at once, in the order of the screen', () => {
    expect(sendProblems(emptyContent, { ...check, point: null }).map((each) => each.problem)).toEqual([
      'nobody',
      'noStreet',
      'noTime',
      'noLines',
      'noPointOfSale',
    ]);
  });

  test('a name is enough where the number is withheld [S0.14b]', () => {
    expect(sendProblems({ ...complete, phone: '', customerName: 'Ewa' }, check)).toEqual([]);
  });

  test('a number that cannot be read reaches nobody: then a name is needed', () => {
    const content = { ...complete, phone: 'abc' };
    const read = withSaved({ phone: { raw: 'abc', e164: null, display: 'abc', isCallable: false } });

    expect(sendProblems(content, read)).toEqual([{ field: 'phone', problem: 'nobody' }]);
    expect(sendProblems({ ...content, customerName: 'Ewa' }, read)).toEqual([]);
    expect(sendProblems({ ...content, phone: '+48 600 100 103' }, read)).toEqual([]);
  });

  test('who picks up needs no address', () => {
    expect(sendProblems({ ...complete, street: '', fulfilment: 'pick_up' }, check)).toEqual([]);
  });

  test('spaces are no address', () => {
    expect(sendProblems({ ...complete, street: '  ' }, check)).toEqual([{ field: 'street', problem: 'noStreet' }]);
  });

  test('[S0.16c] a pick-up needs nobody’s name where the point of sale allows it', () => {
    const anonymous = { ...complete, phone: '', fulfilment: 'pick_up' as const };
    expect(sendProblems(anonymous, check)).toEqual([{ field: 'phone', problem: 'nobody' }]);
    expect(sendProblems(anonymous, { ...check, point: { ...mokotow, allowsAnonymousPickUp: true } })).toEqual([]);
  });

  test('a time that passed is asked about before a kitchen takes it on, not when one that has it is told of a change', () => {
    const late = { ...complete, wantedAt: '2026-11-22T14:49:00.000Z' };
    const passed = [{ field: 'wantedAt', problem: 'timePassed' }];

    expect(sendProblems(late, check)).toEqual(passed);
    expect(sendProblems({ ...late, wantedAt: '2026-11-22T14:51:00.000Z' }, check)).toEqual([]);
    expect(sendProblems(late, withSaved({ status: 'rejected', sentToId: 'mokotow' }))).toEqual(passed);
    expect(sendProblems(late, withSaved({ status: 'cooking', sentToId: 'mokotow' }))).toEqual([]);
    expect(sendProblems(late, withSaved({ status: 'cooking', sentToId: 'praga' }))).toEqual(passed);
  });

  test('a dish that is sold out is asked about before a kitchen takes it on', () => {
    const [soup, dumplings] = [buildLine({ name: 'Flaki' }), buildLine()];
    const lines = [soup, dumplings];
    const lacking = new Map([[soup.productId, 'soldOutHere' as const]]);
    const soldOut = [{ field: 'lines', problem: 'soldOut', products: ['Flaki'] }];
    const atKitchen = (overrides: Partial<SavedDelivery>) => ({
      ...withSaved({ status: 'cooking', sentToId: 'mokotow', sentContent: { ...complete, lines }, ...overrides }),
      lacking,
    });

    expect(sendProblems({ ...complete, lines }, { ...check, lacking })).toEqual(soldOut);
    expect(sendProblems({ ...complete, lines }, atKitchen({ status: 'rejected' }))).toEqual(soldOut);
    expect(sendProblems({ ...complete, lines }, atKitchen({ sentToId: 'praga' }))).toEqual(soldOut);
  });

  test('[S0.15] what the kitchen has already stays, what is added to it may not be sold out', () => {
    const [soup, more] = [buildLine({ name: 'Flaki' }), buildLine({ name: 'Bigos' })];
    const lacking = new Map([soup, more].map(({ productId }) => [productId, 'soldOut' as const]));
    const sentContent = { ...complete, lines: [soup] };
    const atKitchen = { ...withSaved({ status: 'accepted', sentToId: 'mokotow', sentContent }), lacking };

    expect(sendProblems({ ...sentContent, street: 'Krucza 20' }, atKitchen)).toEqual([]);
    expect(sendProblems({ ...sentContent, lines: [soup, more] }, atKitchen)).toEqual([
      { field: 'lines', problem: 'soldOut', products: ['Bigos'] },
    ]);
  });

  test('[S0.16c] a kitchen that stopped, or is closed at that time, takes on nothing new', () => {
    const stopped = { ...mokotow, isStopped: true };
    const closed = { ...mokotow, openingHours: { sun: [{ from: '10:00', to: '14:00' }] } };

    expect(sendProblems(complete, { ...check, point: stopped })).toEqual([{ field: 'pointOfSaleId', problem: 'pointStopped' }]);
    expect(sendProblems(complete, { ...check, point: closed })).toEqual([{ field: 'pointOfSaleId', problem: 'pointClosed' }]);
    expect(sendProblems(complete, { ...withSaved({ status: 'accepted', sentToId: 'mokotow' }), point: stopped })).toEqual([]);
  });
});

test('[S0.15] everything but a delivered or cancelled delivery can be changed', () => {
  expect(DELIVERY_STATUSES.filter((status) => !isEditable(status))).toEqual(['delivered', 'cancelled']);
});

test('what was not sent counts while the delivery is open', () => {
  const unsentOf = (status: (typeof DELIVERY_STATUSES)[number]) =>
    countUnsent(buildSaved({}, { status, sentContent: emptyContent }), { ...emptyContent, street: 'Krucza 20', comment: 'Cold' });

  expect([unsentOf('sent'), unsentOf('cooking')]).toEqual([2, 2]);
  expect([unsentOf('delivered'), unsentOf('cancelled')]).toEqual([0, 0]);
  expect(countUnsent(buildSaved(), complete)).toBe(0);
  expect(countUnsent(null, complete)).toBe(0);
});

test('only a draft is dropped without a reason', () => {
  expect(DELIVERY_STATUSES.filter((status) => !needsReasonToCancel(status))).toEqual(['draft']);
});

describe('groups of the list', () => {
  const now = new Date('2026-11-22T16:02:00Z');
  const group = (time: string, status: Parameters<typeof groupOf>[0]['status'] = 'cooking') =>
    groupOf({ wantedAt: new Date(`2026-11-22T${time}Z`), status }, now);

  test('"due by" is an hour from now, on the last full quarter', () => {
    expect(soonUntil(now).toISOString()).toBe('2026-11-22T17:00:00.000Z');
    expect(soonUntil(new Date('2026-11-22T16:58:00Z')).toISOString()).toBe('2026-11-22T17:45:00.000Z');
  });

  test('late, due soon, later; closed ones and drafts apart', () => {
    expect(['15:50:00', '16:20:00', '17:00:00', '17:00:01'].map((time) => group(time))).toEqual([
      'late',
      'soon',
      'soon',
      'later',
    ]);
    expect(group('15:50:00', 'delivered')).toBe('done');
    expect(group('15:50:00', 'draft')).toBe('drafts');
    expect(groupOf({ wantedAt: null, status: 'sent' }, now)).toBe('later');
  });
});

describe('suggestions for a new delivery', () => {
  const points = [
    { ...mokotow, id: 'm', capacity: 12, openCount: 11, showsLoad: true },
    { ...mokotow, id: 'p', name: 'Praga', capacity: 8, openCount: 1, showsLoad: true },
  ];

  test('the time is an hour from now, on the next five minutes', () => {
    expect(suggestWantedAt(new Date('2026-11-22T16:02:00Z')).toISOString()).toBe('2026-11-22T17:05:00.000Z');
  });

  const asked = { wantedAt: null, now: new Date('2026-11-22T16:02:00Z'), timeZone: 'Europe/Warsaw' };

  test('the point of sale is the last one used, else the district’s, else the least loaded', () => {
    expect(suggestPointOfSale(points, { ...asked, lastUsedId: 'm', district: 'Praga' })).toBe('m');
    expect(suggestPointOfSale(points, { ...asked, lastUsedId: null, district: 'mokotów' })).toBe('m');
    expect(suggestPointOfSale(points, { ...asked, lastUsedId: 'closed', district: '' })).toBe('p');
    expect(suggestPointOfSale([], { ...asked, lastUsedId: null, district: '' })).toBeNull();
  });

  test('one that can take the order goes before the last one used, which stopped or is closed then', () => {
    const [mokotow, praga] = points as [(typeof points)[number], (typeof points)[number]];
    expect(suggestPointOfSale([{ ...mokotow, isStopped: true }, praga], { ...asked, lastUsedId: 'm', district: '' })).toBe('p');
    expect(suggestPointOfSale([{ ...mokotow, isStopped: true }], { ...asked, lastUsedId: 'm', district: '' })).toBe('m');
  });
});
