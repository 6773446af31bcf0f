'use client';

import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useLiveSocket } from '../live/live-provider';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useMinuteTick } from '../live/use-minute-tick';
import { useOfferedRefresh } from '../live/use-offered-refresh';
import { useDesk } from '../softphone/desk-context';
import { whenIdle } from '../ui/when-idle';

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveMissedCalls({ children }: { children: ReactNode }) {
  const { me } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  const isOpen = () => list.current?.checkVisibility() === true;
  useLiveEvent('missed-call:changed', ({ missedCallId, byId }) => {
    if (!isOpen()) return;
    // What one does here oneself is shown by the act; a tab in the background may be told by one in front.
    if (byId !== me.id) collect(missedCallId);
    else if (document.hidden) refresh();
  });
  // What comes of one's own message is one's own act, too.
  useLiveEvent('sms:settled', () => isOpen() && refresh());
  useConnected(() => isOpen() && refresh());
  useWokenLate(() => isOpen() && refreshUnlessInUse());

  useMinuteTick(() => isOpen() && refreshUnlessInUse());

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}

/** The list is streamed, and may wake up after the connection did: that it came up is then no news to it, nor is what was said since. */
function useWokenLate(look: () => void) {
  const socket = useLiveSocket();
  const onIdle = useEffectEvent(look);

  useEffect(() => (socket?.connected ? whenIdle(() => onIdle()) : undefined), [socket]);
}
