const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const TRIED_FOR_MS = 24 * 60 * MINUTE_MS;

/** How long after the first attempts that failed the next one follows: a till that restarts is told at once. */
const FIRST_WAITS_MS = [5 * SECOND_MS, 30 * SECOND_MS, 2 * MINUTE_MS] as const;
/** And after all others: an evening's order that comes an hour after the till came back is cold. */
const LONGEST_WAIT_MS = 5 * MINUTE_MS;

/** Tills that failed together do not all come back together. */
const JITTER = 0.2;

type Tried = { queuedAt: Date; attempts: number };

/**
 * When to try again what was tried `attempts` times, the last time in vain at `at`; null when it is given up, a day after it was
 * queued. `random` is from 0 up to 1.
 */
export function nextAttempt({ queuedAt, attempts }: Tried, at: Date, random: number): Date | null {
  const wait = FIRST_WAITS_MS[attempts - 1] ?? LONGEST_WAIT_MS;
  const next = at.getTime() + Math.round(wait * (1 + JITTER * random));
  return next < queuedAt.getTime() + TRIED_FOR_MS ? new Date(next) : null;
}
