'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { keepCallQuality, tieCallToDelivery } from '@/lib/calls/actions';
import type { Phone } from '@/lib/softphone/phone';
import type { PhoneState } from '@/lib/softphone/phone-state';
import type { SipDesk } from '@/lib/softphone/sip/sip-desk';
import { useLiveEvent } from '../live/use-live-event';
import type { DeskUser } from './desk-context';

const RETRY_MS = 5_000;

const loadCode = () => import('@/lib/softphone/sip/sip-desk');

type Served = Pick<PhoneState, 'calls' | 'clockOffsetMs'>;

/** The phone of this browser, for a user who has one: its code comes only then. `desk` is null until it is there; `changes` counts what happened to it. */
export function useSipDesk(
  isWanted: boolean,
  me: DeskUser,
  served: Served,
  server: Pick<Phone, 'resume' | 'hangUp'>,
): { desk: SipDesk | null; changes: number } {
  const [desk, setDesk] = useState<SipDesk | null>(null);
  // What the phone holds lives outside React: each change draws the desk anew.
  const [changes, setChanges] = useState(0);

  const presents = useEffectEvent((lineId: string | undefined) => {
    const chosen = lineId ?? me.presentsLineId;
    return me.pool.find(({ id }) => id === chosen)?.e164 ?? null;
  });

  // Asked for at the first drawing, not after it: the code comes while the page wakes up, and the phone registers at once after it.
  useState(() => isWanted && typeof window !== 'undefined' && void loadCode().catch(() => undefined));

  useEffect(() => {
    if (!isWanted) return;
    let started: SipDesk | null = null;
    let isGone = false;
    let retry: ReturnType<typeof setTimeout> | undefined;

    function start({ startSipDesk }: typeof import('@/lib/softphone/sip/sip-desk')) {
      if (isGone) return;
      started = startSipDesk({
        me: me.id,
        server,
        presents,
        tieToDelivery: (callId, deliveryId) => missable(tieCallToDelivery({ callId, deliveryId })),
        keepQuality: (callId, record) => missable(keepCallQuality({ callId, ...record })),
        onChange: () => setChanges((before) => before + 1),
      });
      setDesk(started);
    }
    function load() {
      loadCode().then(start, () => {
        if (!isGone) retry = setTimeout(load, RETRY_MS);
      });
    }
    load();

    return () => {
      isGone = true;
      clearTimeout(retry);
      started?.leave();
      setDesk(null);
    };
  }, [isWanted, me.id, server]);

  useEffect(() => desk?.setServer(served), [desk, served]);

  useLiveEvent('phone:changed', () => desk?.renew());
  // The page leaves for the sign-in: no question whether to stay in the call may hold it back (R36).
  useLiveEvent('session:ended', () => desk?.leave());

  return { desk, changes };
}

/** What is kept beside a call: without it, as when the server is away, the call is what it was. */
function missable(kept: Promise<unknown>): void {
  kept.catch(() => undefined);
}
