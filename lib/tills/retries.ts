const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;

/** How long after each attempt that failed the next one follows: a till that restarts soon, one that is off until morning later. */
const WAITS_MS = [
  5 * SECOND_MS,
  30 * SECOND_MS,
  2 * MINUTE_MS,
  10 * MINUTE_MS,
  HOUR_MS,
  6 * HOUR_MS,
  8 * HOUR_MS,
  8 * HOUR_MS,
] as const;

/** Tills that failed together do not all come back together. */
const JITTER = 0.2;

/**
 * When to try again after `attempts` attempts, of which the last failed at `at`; null when it is given up, about a day after the
 * first. `random` is from 0 up to 1.
 */
export function nextAttempt(attempts: number, at: Date, random: number): Date | null {
  const wait = WAITS_MS[attempts - 1];
  return wait === undefined ? null : new Date(at.getTime() + Math.round(wait * (1 + JITTER * random)));
}

type Pending = { deliveryId: string | null; nextAttemptAt: Date | null };

/**
 * Which of the messages that wait, the oldest first, goes next: one that is due and has no older one of the same delivery before
 * it. A till must not hear that a delivery was cancelled before it hears that there is one.
 */
export function nextInLine<Message extends Pending>(pending: readonly Message[], now: Date): Message | null {
  const blocked = new Set<string>();
  for (const message of pending) {
    const { deliveryId, nextAttemptAt } = message;
    const isDue = nextAttemptAt !== null && nextAttemptAt <= now;
    if (isDue && !(deliveryId && blocked.has(deliveryId))) return message;
    if (deliveryId) blocked.add(deliveryId);
  }
  return null;
}
