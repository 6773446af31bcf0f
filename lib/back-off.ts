const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt, after so many that failed in a row. Half of it is chance, so that five hundred phones,
 * or several servers behind one broken line, do not come back in one instant (R21). `random` is from 0 up to 1.
 */
export function backOffMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
