import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

// Standard Webhooks (events.md, Envelope) by node:crypto rather than the package `standardwebhooks`: that one reads
// the clock itself, takes one secret at a time, and hashes 256 KiB in JavaScript. The tests hold us to its signatures.

const TOLERANCE_SECONDS = 5 * 60;
const SECRET_PREFIX = 'whsec_';
const TIMESTAMP = /^\d{1,12}$/;

// Made anew by every process, so that nobody can sign with it.
const NOBODYS_SECRET = SECRET_PREFIX + randomBytes(24).toString('base64');

type Headers = { get(name: string): string | null };

/** `expired` is said of a right signature only: the sender's clock is off, or somebody replays (R32). */
export type SignatureCheck = 'valid' | 'missing' | 'expired' | 'wrong';

export type SignedHeaders = { 'webhook-id': string; 'webhook-timestamp': string; 'webhook-signature': string };

/**
 * Whether one of the source's secrets signed exactly these bytes within the last five minutes.
 * `secrets` holds more than one during a rotation and none for an unknown source, which then costs the same time and is always `wrong`.
 */
export function isSigned(body: string | Uint8Array, headers: Headers, secrets: readonly string[], now: Date): SignatureCheck {
  const id = headers.get('webhook-id');
  const timestamp = headers.get('webhook-timestamp');
  const given = headers.get('webhook-signature');
  if (!id || !timestamp || !given) return 'missing';
  if (!TIMESTAMP.test(timestamp)) return 'wrong';

  const signatures = given.split(' ');
  let isRight = false;
  for (const secret of secrets.length > 0 ? secrets : [NOBODYS_SECRET]) {
    const expected = signatureOf(body, id, timestamp, secret);
    // Every secret is tried against every signature, right or not: the time tells nothing about which one fitted.
    for (const signature of signatures) isRight = isSame(signature, expected) || isRight;
  }

  if (!isRight) return 'wrong';
  return Math.abs(seconds(now) - Number(timestamp)) > TOLERANCE_SECONDS ? 'expired' : 'valid';
}

/** The headers of one attempt to deliver `body`. A retry keeps `id` and signs again with its own time. */
export function sign(body: string, id: string, at: Date, secret: string): SignedHeaders {
  const timestamp = String(seconds(at));
  return {
    'webhook-id': id,
    'webhook-timestamp': timestamp,
    'webhook-signature': signatureOf(body, id, timestamp, secret),
  };
}

function signatureOf(body: string | Uint8Array, id: string, timestamp: string, secret: string): string {
  const hmac = createHmac('sha256', keyOf(secret)).update(`${id}.${timestamp}.`).update(body);
  return `v1,${hmac.digest('base64')}`;
}

/** An empty key would let anybody sign, so a broken secret stops the request instead. */
function keyOf(secret: string): Buffer {
  const key = Buffer.from(secret.startsWith(SECRET_PREFIX) ? secret.slice(SECRET_PREFIX.length) : secret, 'base64');
  if (key.length === 0) throw new Error('A webhook secret must be base64, usually behind "whsec_".');
  return key;
}

function isSame(given: string, expected: string): boolean {
  const a = Buffer.from(given);
  const b = Buffer.from(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function seconds(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}
