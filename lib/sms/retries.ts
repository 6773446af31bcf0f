import { backOffMs } from '../back-off.ts';

/** A provider that is away for a moment is away for minutes, other than a line. */
const SLOWER = 10;
/** "We tried to call you back" helps nobody hours later. */
const TRIED_FOR_MS = 2 * 3_600_000;

type Tried = { queuedAt: Date; attempts: number };

/** When to try again what was tried `attempts` times; null when it is given up, two hours after it was asked for. */
export function nextSmsAttempt({ queuedAt, attempts }: Tried, at: Date, random: number): Date | null {
  const next = at.getTime() + SLOWER * backOffMs(attempts, random);
  return next < queuedAt.getTime() + TRIED_FOR_MS ? new Date(next) : null;
}
