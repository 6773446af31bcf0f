const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next attempt, the first being 0: doubling, at most half a minute, and up to half of it by
 * chance, so that five hundred phones do not come back in one instant (R21). `random` is from 0 to 1.
 */
export function backOffMs(attempt: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(attempt, 10));
  return full / 2 + (full / 2) * random;
}
