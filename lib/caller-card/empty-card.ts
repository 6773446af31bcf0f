import type { CallerCard } from './types.ts';

/** A card that says nothing: a withheld number, or one nobody knows (S0.14b, S1.14). */
export const emptyCard: CallerCard = {
  customers: [],
  customerCount: 0,
  openDeliveries: [],
  openDeliveryCount: 0,
  drafts: [],
  driver: null,
  earlierCalls: [],
  notes: [],
  colleague: null,
};
