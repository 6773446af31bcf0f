import { z } from 'zod';

const KEY = 'offhook-opened-calls';
const REMEMBERED = 20;
// Tabs hear of an answer within milliseconds of each other; a claim that old was made for an earlier answer of the same call.
const SAME_ANSWER_MS = 5_000;

const Claims = z.array(z.object({ callId: z.string(), atMs: z.number() })).catch([]);

/**
 * Whether this tab is the one that opens what an answer leads to; true in one tab of the browser only.
 * `heardAtMs` is when this tab heard of the answer: a tab that was hidden may ask long after another one opened it.
 */
export async function claimOpening(callId: string, heardAtMs: number): Promise<boolean> {
  // Web Locks exist on https and localhost only; without them every visible tab opens it, which is better than none.
  if (!navigator.locks) return true;

  return navigator.locks.request(`${KEY}:${callId}`, () => {
    const claims = readClaims();
    if (claims.some((claim) => claim.callId === callId && claim.atMs > heardAtMs - SAME_ANSWER_MS)) return false;

    const remembered = [...claims, { callId, atMs: Date.now() }].slice(-REMEMBERED);
    window.localStorage.setItem(KEY, JSON.stringify(remembered));
    return true;
  });
}

function readClaims() {
  try {
    return Claims.parse(JSON.parse(window.localStorage.getItem(KEY) ?? '[]'));
  } catch {
    return [];
  }
}
