import type { Board, BoardCard } from './types.ts';

/** For tests: a delivery that has just come. */
export function buildCard(overrides: Partial<BoardCard> = {}): BoardCard {
  return {
    id: crypto.randomUUID(),
    number: 1050,
    status: 'sent',
    revision: 1,
    fulfilment: 'delivery',
    customerName: 'Vera Lind',
    customerClass: 'regular',
    driverName: null,
    wantedAt: '2026-11-22T16:30:00.000Z',
    promisedAt: null,
    comment: '',
    problemReason: null,
    since: '2026-11-22T15:00:00.000Z',
    lines: [],
    changes: null,
    gone: null,
    isUnreadable: false,
    ...overrides,
  };
}

export function buildBoard(cards: BoardCard[], overrides: Partial<Board> = {}): Board {
  const pointOfSale = { id: crypto.randomUUID(), name: 'Mokotów', capacity: 12, ordersStoppedAt: null };
  return { now: '2026-11-22T15:00:00.000Z', pointOfSale, cards, ...overrides };
}
