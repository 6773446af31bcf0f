import { randomInt } from 'node:crypto';
import { displayNumber } from '../../lib/phone-number.ts';

/** Shares no divisor with the sizes below: a walk by it meets every place. */
const STRIDE = 61_803_401;

/** Gives 0 to `size` - 1, each once before any comes again; two processes begin far from each other. */
function eachOnce(size: number): () => number {
  let place = randomInt(size);
  return () => {
    place = (place + STRIDE) % size;
    return place;
  };
}

/** Of each hundred the practice PBX keeps two for who is busy or never answers (lib/practice/far-end.ts). */
const ANSWERING = 98;
const nextNumber = eachOnce(100_000 * ANSWERING);
const nextExtension = eachOnce(80_000);

/** A Polish mobile number that answers, and that no seed and no other test uses: the demo world stays out of +48 79x. */
export function uniqueNumber(): string {
  const place = nextNumber();
  const number = Math.floor(place / ANSWERING) * 100 + 100 - ANSWERING + (place % ANSWERING);
  return `+4879${String(number).padStart(7, '0')}`;
}

/** An extension that no demo account has. */
export function uniqueExtension(): string {
  return String(20_000 + nextExtension());
}

/** A number as the tables keep it: raw, E.164 and ready to show. */
export function writtenNumber(e164: string) {
  return { raw: e164, e164, display: displayNumber(e164, 'PL') };
}
