import type { CallNotice } from './call-notices';

type Known = {
  /** Connected to the server, which tells what rings. */
  isLive: boolean;
  /** The phone is this browser's own and would hear of a ring. One that has just begun has not heard of those that the other tabs show. */
  isRegistered: boolean;
};

/**
 * What belongs on the desktop as far as this tab knows; null where it knows nothing and leaves the desktop to the others. What the
 * server told a tab that is cut off is old. What a phone of this browser tells never is, and all tabs hear the same of it.
 */
export function dueNotices(ringing: readonly CallNotice[], { isLive, isRegistered }: Known): readonly CallNotice[] | null {
  if (isLive) return ringing;
  return isRegistered ? ringing.filter(({ isAtPhone }) => isAtPhone) : null;
}
