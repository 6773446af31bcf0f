import { randomInt } from 'node:crypto';
import { displayNumber } from '../../lib/phone-number.ts';

/** A Polish mobile number that no seed and no other test uses: the demo world stays out of +48 79x. */
export function uniqueNumber(): string {
  return `+4879${String(randomInt(10_000_000)).padStart(7, '0')}`;
}

/** An extension that no demo account has. */
export function uniqueExtension(): string {
  return String(randomInt(20_000, 99_999));
}

/** A number as the tables keep it: raw, E.164 and ready to show. */
export function writtenNumber(e164: string) {
  return { raw: e164, e164, display: displayNumber(e164, 'PL') };
}
