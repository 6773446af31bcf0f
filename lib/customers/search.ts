import { e164Beginnings, isCallable, readNumber, writtenDigits } from '../phone-number.ts';

/** What somebody who types into a search for customers means. */
export type CustomerSearch =
  | { kind: 'everybody' }
  | { kind: 'nobody' }
  /** Every word is somewhere in the names and the addresses; PostgreSQL folds both alike. */
  | { kind: 'words'; text: string }
  | { kind: 'number'; e164: string }
  /** A number that is not whole: what one in E.164 may begin with, and the digits that may be anywhere in it. */
  | { kind: 'part'; beginnings: string[]; digits: string };

/** A search that may find somebody, and not everybody. */
export type Meaningful = Exclude<CustomerSearch, { kind: 'everybody' | 'nobody' }>;

const WRITTEN_NUMBER = /^[\d\s+()#/.-]+$/;
const WRITTEN_ADDRESS = /^<?(sips?|tel):/i;

/** A number in any notation or a part of one (R28); everything else is words. Zeros alone are how a PBX writes "withheld" (R29). */
export function readSearch(typed: string, country: string): CustomerSearch {
  const text = typed.trim();
  if (text === '') return { kind: 'everybody' };
  if (!WRITTEN_NUMBER.test(text) && !WRITTEN_ADDRESS.test(text)) return { kind: 'words', text };

  const number = readNumber(text, country);
  if (number.kind === 'number' && isCallable(number.e164)) return { kind: 'number', e164: number.e164 };

  return readPart(text, country);
}

/** The same digits as a part of a number: 646882 is a whole one where pagers have six digits, and nobody's where nobody has any. */
export function readPart(typed: string, country: string): Extract<CustomerSearch, { kind: 'part' | 'nobody' }> {
  const digits = writtenDigits(typed);
  return digits === '' ? { kind: 'nobody' } : { kind: 'part', beginnings: e164Beginnings(digits, country), digits };
}

/** All numbers that begin so, as a range that an index serves: `+4860` → from `+4860` up to, but without, `+4861`. */
export function rangeOf(beginning: string): { from: string; below: string } {
  const kept = beginning.replace(/9+$/, '');
  const last = Number.parseInt(kept.at(-1) ?? '', 10);
  // Nothing but nines: there is no number above it.
  return { from: beginning, below: Number.isNaN(last) ? '+:' : `${kept.slice(0, -1)}${last + 1}` };
}
