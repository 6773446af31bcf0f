import { MAX_CHARACTERS } from '../deliveries/limits.ts';

/** How long the texts of a customer may be. */
export const MAX_CUSTOMER_CHARACTERS = {
  name: MAX_CHARACTERS.customerName,
  company: 120,
  note: 2_000,
  source: 120,
  city: 80,
} as const;
