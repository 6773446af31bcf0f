import { log } from '../log.ts';

// Next's copy of this module asks, the server's own answers: globalThis is what both of them see (lib/realtime/publish.ts).
const WAKE = Symbol.for('offhook.wake-tills');
const seam = globalThis as typeof globalThis & { [WAKE]?: () => Promise<unknown> };

/** Called once by the job runner when it is up. */
export function attachTills(wake: (() => Promise<unknown>) | undefined): void {
  seam[WAKE] = wake;
}

/**
 * Tells the tills what waits for them, now rather than within the minute. Call it after the commit. Nothing is lost where it
 * fails, or no jobs run: the messages are in the database.
 */
export function wakeTills(): void {
  seam[WAKE]?.().catch((error) => log.warn({ err: error }, 'The tills are told within a minute'));
}
