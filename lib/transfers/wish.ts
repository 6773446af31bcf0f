import { MAX_TYPED_CHARACTERS } from '../dialer/limits.ts';
import type { Dialled, NumberFault } from '../dialer/types.ts';
import type { TransferTarget } from './types.ts';

/** Whom a call is to go to: a colleague, or a number that nobody here has. */
export type Wish = { to: string; target: TransferTarget | null };

const WRITTEN_NUMBER = /^\+?[\d\s()./-]+$/;
const SHORTEST_NUMBER_DIGITS = 2;
const LONGEST_EXTENSION_DIGITS = 5;

/**
 * What the field means: the one chosen, else the extension or number typed, else the only one whose name it could be.
 * Never one of several: a call is not given to whoever stands first.
 */
export function wishOf(typed: string, chosen: TransferTarget | null, found: readonly TransferTarget[]): Wish | null {
  if (chosen) return { to: chosen.extension, target: chosen };

  const text = typed.trim();
  const named = found.find((each) => each.extension === text);
  if (named) return { to: named.extension, target: named };
  if (isWrittenNumber(text)) return { to: text, target: null };

  const [only, another] = found;
  return text && only && !another ? { to: only.extension, target: only } : null;
}

/**
 * What the phone is given: a colleague's extension as it stands, a number as the dialer reads it, and one that it would not dial is
 * no place to leave a caller. Where the server could not be asked (`read` is null), the phone may still know the number.
 */
export function destinationOf({ to, target }: Wish, read: Dialled | null): { to: string } | { fault: NumberFault } {
  if (target || !read) return { to };
  return read.kind === 'faulty' ? { fault: read.fault } : { to: read.number };
}

/** Whether it leaves the house: longer than any extension (events.md rule 6). */
export function isOutside(typed: string): boolean {
  return isWrittenNumber(typed.trim()) && digitsOf(typed) > LONGEST_EXTENSION_DIGITS;
}

function isWrittenNumber(text: string): boolean {
  return text.length <= MAX_TYPED_CHARACTERS && WRITTEN_NUMBER.test(text) && digitsOf(text) >= SHORTEST_NUMBER_DIGITS;
}

function digitsOf(text: string): number {
  return text.replace(/\D/g, '').length;
}
