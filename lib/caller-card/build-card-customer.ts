import type { CardCustomer } from './types.ts';

/** A customer as a card has them, for tests. The id is the name. */
export function buildCardCustomer(overrides: Partial<CardCustomer> & { name: string }): CardCustomer {
  return {
    id: overrides.name,
    company: null,
    class: 'regular',
    note: '',
    city: null,
    country: null,
    photoId: null,
    managerName: null,
    contact: null,
    fields: [],
    hasOpen: false,
    chosenAt: null,
    ...overrides,
  };
}
