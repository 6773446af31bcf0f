'use client';

import { createServerPhone } from '@/lib/softphone/server-phone';
import { askAccountEarly } from '@/lib/softphone/sip/early-account';
import type { SipDesk, SipDeskOptions } from '@/lib/softphone/sip/sip-desk';

const RETRY_MS = 5_000;
const CLAIMED_WITHIN_MS = 20_000;

/** The phone of this tab, once its code is there; `changes` counts what happened to it since. */
export type HeldSipDesk = { desk: SipDesk | null; changes: number };

/** What the page does for the phone once it is awake; before that, nobody acts by it. */
export type PhoneHost = Pick<SipDeskOptions, 'presents' | 'tieToDelivery' | 'keepQuality'>;

export type SipDeskStore = {
  /** Fetches the code of the phone and starts it, for a page that has not woken up yet: unless it claims the phone soon, it never will. */
  beginEarly: () => void;
  /** The page that shows the phone is there. Begins it where nobody has. */
  claim: () => void;
  /** That page is gone, maybe for an error in its place: without a call the phone waits a moment for the next one, with a call as long as it is up. */
  release: () => void;
  /** The page's part: changes with the settings of its user. */
  setHost: (host: PhoneHost) => void;
  subscribe: (listener: () => void) => () => void;
  held: () => HeldSipDesk;
  /** At once, with the calls on it. */
  leave: () => void;
};

const NOBODY: PhoneHost = { presents: () => null, tieToDelivery: () => undefined, keepQuality: () => undefined };
const NOT_THERE: HeldSipDesk = { desk: null, changes: 0 };

/** The name of the `meta` that says whose phone a page holds. */
export const PHONE_OF = 'offhook-phone-of';

let ofTab: { userId: string; store: SipDeskStore } | null = null;

/**
 * A tab has one phone, which lives outside React: it is begun before the page has woken up, and a page that wakes up twice, as one
 * whose drawing was given up on the way, finds the same.
 */
export function sipDeskOfTab(userId: string): SipDeskStore {
  // A server draws pages of many users, and none of them has a phone there.
  if (typeof window === 'undefined') return createSipDeskStore(userId);
  if (ofTab?.userId !== userId) {
    const left = ofTab?.store;
    // Not in the middle of a drawing: whoever draws the one that is left hears of it.
    if (left) queueMicrotask(left.leave);
    ofTab = { userId, store: createSipDeskStore(userId) };
  }
  return ofTab.store;
}

/** Begins the phone of the user whom the page names, before the page wakes up. One that comes later, or by itself, begins it when it does. */
export function beginNamedPhone(): void {
  const userId = document.querySelector<HTMLMetaElement>(`meta[name="${PHONE_OF}"]`)?.content;
  if (userId) sipDeskOfTab(userId).beginEarly();
}

/** Whoever is asked to sign in has no phone here, however they came to it. */
export function leavePhoneOfTab(): void {
  ofTab?.store.leave();
}

export function heldOnServer(): HeldSipDesk {
  return NOT_THERE;
}

function createSipDeskStore(me: string): SipDeskStore {
  const listeners = new Set<() => void>();
  let held = NOT_THERE;
  let host = NOBODY;
  let isClaimed = false;
  let unclaimed: ReturnType<typeof setTimeout> | undefined;
  let attempt: { retry?: ReturnType<typeof setTimeout> } | null = null;

  function tell(next: HeldSipDesk) {
    held = next;
    for (const listener of listeners) listener();
  }

  function load(mine: NonNullable<typeof attempt>) {
    const account = askAccountEarly(me);
    import('@/lib/softphone/sip/sip-desk').then(
      ({ startSipDesk }) => {
        if (attempt !== mine) return;
        const desk = startSipDesk({
          me,
          account,
          server: createServerPhone(),
          presents: (lineId) => host.presents(lineId),
          tieToDelivery: (callId, deliveryId) => host.tieToDelivery(callId, deliveryId),
          keepQuality: (callId, record) => host.keepQuality(callId, record),
          onChange: () => held.desk && tell({ desk: held.desk, changes: held.changes + 1 }),
        });
        tell({ desk, changes: 0 });
      },
      () => {
        if (attempt === mine) mine.retry = setTimeout(() => load(mine), RETRY_MS);
      },
    );
  }

  function begin() {
    if (attempt) return;
    attempt = {};
    load(attempt);
  }

  function awaitClaim() {
    clearTimeout(unclaimed);
    unclaimed = setTimeout(() => (isInCall() ? awaitClaim() : leave()), CLAIMED_WITHIN_MS);
  }

  // Nobody is hung up because a page could not be drawn. What only rings would be declined: it is over, or answered, soon enough.
  function isInCall(): boolean {
    return (held.desk?.shared().calls.length ?? 0) > 0;
  }

  function leave() {
    isClaimed = false;
    clearTimeout(unclaimed);
    clearTimeout(attempt?.retry);
    attempt = null;
    held.desk?.leave();
    tell(NOT_THERE);
  }

  return {
    beginEarly: () => {
      begin();
      if (!isClaimed) awaitClaim();
    },
    claim: () => {
      isClaimed = true;
      clearTimeout(unclaimed);
      begin();
    },
    release: () => {
      isClaimed = false;
      awaitClaim();
    },
    setHost: (next) => {
      host = next;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    held: () => held,
    leave,
  };
}
