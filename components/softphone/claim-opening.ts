const KEY = 'offhook-opened-call';
// Tabs hear of an answer within milliseconds of each other; an older claim was made for an earlier answer of the same call.
const SAME_ANSWER_MS = 5_000;

/**
 * Whether this tab is the one that opens what an answer leads to; true in one tab of the browser only.
 * `heardAtMs` is when this tab heard of the answer: a tab that was hidden may ask long after another one opened it.
 */
export async function claimOpening(callId: string, heardAtMs: number): Promise<boolean> {
  // Web Locks exist on https and localhost only; without them every visible tab opens it, which is better than none.
  if (!navigator.locks) return true;

  return navigator.locks.request(KEY, () => {
    const [claimed, atMs] = (window.localStorage.getItem(KEY) ?? '').split(' ');
    if (claimed === callId && Number(atMs) > heardAtMs - SAME_ANSWER_MS) return false;

    window.localStorage.setItem(KEY, `${callId} ${Date.now()}`);
    return true;
  });
}
