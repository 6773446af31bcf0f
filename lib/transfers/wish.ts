import type { TransferTarget } from './types.ts';

/** Whom a call is to go to: a colleague, or a number that nobody here has. */
export type Wish = { to: string; target: TransferTarget | null };

const WRITTEN_NUMBER = /^\+?[\d\s()./-]+$/;
const SHORTEST_NUMBER_DIGITS = 2;

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

export function isWrittenNumber(text: string): boolean {
  return WRITTEN_NUMBER.test(text) && text.replace(/\D/g, '').length >= SHORTEST_NUMBER_DIGITS;
}
