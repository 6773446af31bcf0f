/** Of one line, on the screen and at the door alike. */
export const MAX_QUANTITY = 999;
export const MAX_LINES = 200;
export const MAX_NAME_CHARACTERS = 120;
/** PostgreSQL's integer, in minor units. An order above it is refused, never cut. */
export const MAX_TOTAL_MINOR = 2_147_483_647;

/** A time that has just gone by is a slow conversation; one long ago is a slip, or a page left open. */
export const PASSED_MS = 10 * 60_000;

/** The years a delivery can be wanted in: what lies outside is a slip, and PostgreSQL and calendars do not hold all of it. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;

/** Of a day or a moment as ISO 8601 writes it. */
export function isWithinYears(written: string): boolean {
  const year = new Date(written).getUTCFullYear();
  return year >= FIRST_YEAR && year <= LAST_YEAR;
}

/** How long the texts of a delivery may be. */
export const MAX_CHARACTERS = {
  phone: 60,
  customerName: MAX_NAME_CHARACTERS,
  street: 200,
  flat: 200,
  district: 200,
  city: 200,
  driverNote: 2_000,
  comment: 2_000,
  lineNote: 200,
  discountReason: 200,
  /** Why it is cancelled, rejected or a problem. */
  reason: 200,
} as const;
