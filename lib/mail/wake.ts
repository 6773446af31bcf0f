import { log } from '../log.ts';

// Next's copy of this module asks, the server's own answers: globalThis is what both of them see (lib/realtime/publish.ts).
const WAKE = Symbol.for('offhook.wake-mails');
const seam = globalThis as typeof globalThis & { [WAKE]?: () => Promise<unknown> };

/** Called once by the job runner when it is up. */
export function attachMails(wake: (() => Promise<unknown>) | undefined): void {
  seam[WAKE] = wake;
}

/** Mails what waits now rather than within the minute. Call it after the commit; nothing is lost where it fails. */
export function wakeMails(): void {
  seam[WAKE]?.().catch((error) => log.warn({ err: error }, 'The mails are sent within a minute'));
}
