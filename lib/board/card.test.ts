import { describe, expect, test } from 'vitest';
import { buildLine } from '../deliveries/testing.ts';
import { type DeliveryContent, emptyContent } from '../deliveries/types.ts';
import { type StoredCard, toCard } from './card.ts';

const at = (time: string) => new Date(`2026-11-22T${time}:00.000Z`);
const pizza = buildLine({ name: 'Pizza Capricciosa', note: 'no olives' });
const pierogi = buildLine({ name: 'Pierogi', quantity: 2 });
const before: DeliveryContent = { ...emptyContent, lines: [pizza, pierogi], wantedAt: at('16:00').toISOString() };

function stored(overrides: Partial<StoredCard> = {}): StoredCard {
  return {
    id: crypto.randomUUID(),
    number: 1042,
    status: 'cooking',
    fulfilment: 'delivery',
    wantedAt: null,
    promisedAt: null,
    problemReason: null,
    sentContent: before,
    seenContent: before,
    sentRevision: 1,
    seenRevision: 1,
    sentAt: at('14:50'),
    updatedAt: at('15:00'),
    customer: null,
    driver: null,
    events: [],
    ...overrides,
  };
}

const changedTo = (now: Partial<DeliveryContent>, overrides: Partial<StoredCard> = {}) =>
  toCard(stored({ sentContent: { ...before, ...now }, sentRevision: 2, ...overrides }));

describe('a card', () => {
  test('shows what was sent, with the notes of its lines', () => {
    expect(toCard(stored())).toMatchObject({
      lines: [
        { name: 'Pizza Capricciosa', quantity: 1, note: 'no olives', mark: null },
        { name: 'Pierogi', quantity: 2, note: '', mark: null },
      ],
      changes: null,
      wantedAt: at('16:00').toISOString(),
    });
  });

  test('counts from the step into its column, or from its sending while it waits', () => {
    const events = [
      { type: 'ready', at: at('15:30') },
      { type: 'cooking', at: at('15:10') },
      { type: 'sent', at: at('14:00') },
    ];
    expect(toCard(stored({ events })).since).toBe(at('15:10').toISOString());
    expect(toCard(stored({ events, status: 'sent' })).since).toBe(at('14:50').toISOString());
    expect(toCard(stored({ events: [] })).since).toBe(at('15:00').toISOString());
  });

  test('whose contents cannot be read is there all the same, and says so', () => {
    const card = toCard(stored({ sentContent: { lines: 'all of them' }, fulfilment: 'pick_up', wantedAt: at('17:00') }));
    expect(card).toMatchObject({ isUnreadable: true, lines: [], fulfilment: 'pick_up', wantedAt: at('17:00').toISOString() });
  });
});

describe('[S0.15] a change that the kitchen has not seen', () => {
  test('is said line by line: added, how many it was, removed', () => {
    const kompot = buildLine({ name: 'Kompot' });
    const card = changedTo({ lines: [{ ...pizza, quantity: 3 }, kompot] });

    expect(card.lines.map(({ name, mark }) => [name, mark])).toEqual([
      ['Pizza Capricciosa', { kind: 'changed', quantityWas: 1 }],
      ['Kompot', { kind: 'added' }],
      ['Pierogi', { kind: 'removed' }],
    ]);
    expect(card.changes).toEqual({ isForOthersOnly: false });
  });

  test('names the note as it was, and a note that is new', () => {
    const card = changedTo({
      lines: [
        { ...pizza, note: 'extra olives' },
        { ...pierogi, note: 'well done' },
      ],
    });
    expect(card.lines.map(({ mark }) => mark)).toEqual([
      { kind: 'changed', noteWas: 'no olives' },
      { kind: 'changed', noteWas: '' },
    ]);
  });

  test('of another dish on the same line is a new dish', () => {
    const card = changedTo({ lines: [{ ...pizza, productId: crypto.randomUUID(), name: 'Bigos' }, pierogi] });
    expect(card.lines[0]).toMatchObject({ name: 'Bigos', mark: { kind: 'added' } });
  });

  test('names the time, the comment and the way it leaves as they were', () => {
    const card = changedTo({ wantedAt: at('18:00').toISOString(), comment: 'hurry', fulfilment: 'pick_up' });
    expect(card.changes).toEqual({
      wantedAtWas: at('16:00').toISOString(),
      commentWas: '',
      fulfilmentWas: 'delivery',
      isForOthersOnly: false,
    });
  });

  test('that is nothing to the kitchen says just that', () => {
    expect(changedTo({ street: 'Puławska 99' }).changes).toEqual({ isForOthersOnly: true });
  });

  test('is no change while the delivery waits: its newest form is read from the beginning', () => {
    const card = changedTo({ lines: [pizza] }, { status: 'sent', seenRevision: 0, seenContent: null });
    expect(card).toMatchObject({ changes: null, revision: 2, lines: [{ mark: null }] });
  });

  test('without a readable earlier form is marked, and no line is', () => {
    const card = changedTo({}, { seenContent: null });
    expect(card.changes).toEqual({ isForOthersOnly: false });
    expect(card.lines.every(({ mark }) => mark === null)).toBe(true);
  });
});
