const FIRST_MS = 500;
const LONGEST_MS = 30_000;

/**
 * How long to wait before the next connection after so many that failed in a row. Half of it is chance: several processes, and
 * several PBXs behind one broken line, do not all come at once. `random` is from 0 up to 1.
 */
export function reconnectDelayMs(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.max(0, failures - 1));
  return Math.round(full / 2 + (full / 2) * random);
}
