import { MAX_CHARACTERS } from '../deliveries/limits.ts';

/** A household has a handful, a company some dozens. */
export const MAX_NUMBERS = 200;
export const FIRST_BIRTH_YEAR = 1900;

/** How long the texts of a customer may be. */
export const MAX_CUSTOMER_CHARACTERS = {
  name: MAX_CHARACTERS.customerName,
  company: 120,
  note: 2_000,
  source: 120,
  city: 120,
  country: 60,
} as const;
export const MAX_CONTACT_CHARACTERS = { name: MAX_CHARACTERS.customerName, position: 120 } as const;
