import { isCallable, readNumber } from '../phone-number.ts';
import type { KeptNumber } from './store.ts';

type ReadNumbers = { ok: true; numbers: KeptNumber[] } | { ok: false; index: number };

/** What was typed as a driver's numbers, each once; `index` is the first that is no whole number. Empty fields are left out. */
export function readDriverNumbers(typed: string[], country: string): ReadNumbers {
  const numbers = new Map<string, KeptNumber>();
  for (const [index, raw] of typed.entries()) {
    if (!raw.trim()) continue;
    const read = readNumber(raw, country);
    if (read.kind !== 'number' || !isCallable(read.e164)) return { ok: false, index };
    if (!numbers.has(read.e164)) numbers.set(read.e164, { raw: raw.trim(), e164: read.e164, display: read.display });
  }
  return { ok: true, numbers: [...numbers.values()] };
}
