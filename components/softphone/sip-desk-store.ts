'use client';

import { keepCallQuality, tieCallToDelivery } from '@/lib/calls/actions';
import { createServerPhone } from '@/lib/softphone/server-phone';
import type { SipDesk } from '@/lib/softphone/sip/sip-desk';

const RETRY_MS = 5_000;
const CLAIMED_WITHIN_MS = 20_000;

/** The phone of this tab, once its code is there; `changes` counts what happened to it since. */
export type HeldSipDesk = { desk: SipDesk | null; changes: number };

type Presents = (lineId: string | undefined) => string | null;

export type SipDeskStore = {
  /** Fetches the code of the phone and starts it, for a page that has not woken up yet: unless it claims the phone soon, it never will. */
  beginEarly: () => void;
  /** The page that shows the phone is there. Begins it where nobody has. */
  claim: () => void;
  /** What callers of this phone's calls see: changes with the settings of its user. */
  setPresents: (presents: Presents) => void;
  subscribe: (listener: () => void) => () => void;
  held: () => HeldSipDesk;
  leave: () => void;
};

const NOT_THERE: HeldSipDesk = { desk: null, changes: 0 };

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

export function heldOnServer(): HeldSipDesk {
  return NOT_THERE;
}

function createSipDeskStore(me: string): SipDeskStore {
  const listeners = new Set<() => void>();
  let held = NOT_THERE;
  let presents: Presents = () => null;
  let isClaimed = false;
  let unclaimed: ReturnType<typeof setTimeout> | undefined;
  let attempt: { retry?: ReturnType<typeof setTimeout> } | null = null;

  function tell(next: HeldSipDesk) {
    held = next;
    for (const listener of listeners) listener();
  }

  function load(mine: NonNullable<typeof attempt>) {
    import('@/lib/softphone/sip/sip-desk').then(
      ({ startSipDesk }) => {
        if (attempt !== mine) return;
        const desk = startSipDesk({
          me,
          server: createServerPhone(),
          presents: (lineId) => presents(lineId),
          tieToDelivery: (callId, deliveryId) => missable(tieCallToDelivery({ callId, deliveryId })),
          keepQuality: (callId, record) => missable(keepCallQuality({ callId, ...record })),
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
      clearTimeout(unclaimed);
      if (!isClaimed) unclaimed = setTimeout(leave, CLAIMED_WITHIN_MS);
    },
    claim: () => {
      isClaimed = true;
      clearTimeout(unclaimed);
      begin();
    },
    setPresents: (next) => {
      presents = next;
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    held: () => held,
    leave,
  };
}

/** What is kept beside a call: without it, as when the server is away, the call is what it was. */
function missable(kept: Promise<unknown>): void {
  kept.catch(() => undefined);
}
