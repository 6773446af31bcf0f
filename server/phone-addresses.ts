import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../lib/log.ts';

/** An admin who changes an address waits no longer for pages that may use it. */
const KEPT_MS = 5_000;
/** A database that hangs (R13) must not hold up what needs no database. */
const PATIENCE_MS = 200;

export type PhoneAddresses = () => Promise<readonly string[]>;

/**
 * The addresses that browsers may register at, read seldom since every request asks. While the database is away they stay what
 * they were: a page that loads then is for a phone that may well be there.
 */
export function rememberPhoneAddresses(read: () => Promise<string[]>, clock: () => Date): PhoneAddresses {
  let known: readonly string[] = [];
  let readAt = Number.NEGATIVE_INFINITY;
  let reading: Promise<void> | null = null;

  async function readAnew(): Promise<void> {
    try {
      known = (await read()).flatMap(toSource);
    } catch (error) {
      log.warn({ err: error }, 'The addresses of the phones could not be read.');
    }
    readAt = clock().getTime();
    reading = null;
  }

  return async () => {
    if (clock().getTime() - readAt >= KEPT_MS) {
      reading ??= readAnew();
      await Promise.race([reading, wait(PATIENCE_MS, undefined, { ref: false })]);
    }
    return known;
  };
}

/** `wss://pbx.example.com:8089/ws` → `wss://pbx.example.com:8089`; nothing else may get into a policy. */
function toSource(address: string): string[] {
  if (!URL.canParse(address)) return [];
  const { protocol, host } = new URL(address);
  return protocol === 'wss:' || protocol === 'ws:' ? [`${protocol}//${host}`] : [];
}
