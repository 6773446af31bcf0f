'use client';

import { useDeferredValue, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { keepCallQuality, tieCallToDelivery } from '@/lib/calls/actions';
import type { SharedPhone } from '@/lib/softphone/sip/lead-phone';
import type { ServerHalf } from '@/lib/softphone/sip/sip-desk';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import type { DeskUser } from './desk-context';
import { type HeldSipDesk, heldOnServer, sipDeskOfTab } from './sip-desk-store';

/** What the phone of this browser says of itself, at once; null where it is not there. */
export function useSipNow(userId: string): SharedPhone | null {
  const { subscribe, held } = sipDeskOfTab(userId);
  return useSyncExternalStore(subscribe, held, heldOnServer).desk?.shared() ?? null;
}

/** The phone of this browser, for a user who has one: its code comes only then. */
export function useSipDesk(isWanted: boolean, me: DeskUser, served: ServerHalf): HeldSipDesk {
  // At the first drawing, not after it: the phone registers while React wakes up what is below.
  const [store] = useState(() => {
    const ofTab = sipDeskOfTab(me.id);
    if (isWanted && typeof window !== 'undefined') ofTab.beginEarly();
    return ofTab;
  });
  const now = useSyncExternalStore(store.subscribe, store.held, heldOnServer);
  // With its coming the whole desk is drawn anew: that gives way to waking the page up, and to what is pressed meanwhile.
  const isDrawn = useDeferredValue(now.desk !== null);
  const held = isDrawn ? now : heldOnServer();
  const { desk } = held;
  // Who loses their login in the middle of a call loses it when the call is over: the customer is still there.
  const isKept = isWanted || (now.desk?.shared().calls.length ?? 0) > 0;

  const hasConnected = useRef(false);

  useEffect(() => {
    store.setHost({
      presents: (lineId) => {
        const chosen = lineId ?? me.presentsLineId;
        return me.pool.find(({ id }) => id === chosen)?.e164 ?? null;
      },
      tieToDelivery: (callId, deliveryId) => missable(tieCallToDelivery({ callId, deliveryId })),
      keepQuality: (callId, record) => missable(keepCallQuality({ callId, ...record })),
    });
  }, [store, me.presentsLineId, me.pool]);

  useEffect(() => {
    // The user calls with another phone from now on.
    if (!isKept) return store.leave();
    store.claim();
    return store.release;
  }, [isKept, store]);

  useEffect(() => desk?.setServer(served), [desk, served]);

  useLiveEvent('phone:changed', () => store.held().desk?.renew());
  // What was changed while nothing could be heard; the first time the account has just been asked for.
  useConnected(() => {
    if (hasConnected.current) store.held().desk?.renew();
    hasConnected.current = true;
  });
  // The page leaves for the sign-in: no question whether to stay in the call may hold it back (R36).
  useLiveEvent('session:ended', store.leave);

  return held;
}

/** What is kept beside a call: without it, as when the server is away, the call is what it was. */
function missable(kept: Promise<unknown>): void {
  kept.catch(() => undefined);
}
