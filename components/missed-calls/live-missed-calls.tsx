'use client';

import { type ReactNode, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useMinuteTick } from '../live/use-minute-tick';
import { useOfferedRefresh } from '../live/use-offered-refresh';
import { useDesk } from '../softphone/desk-context';

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

  useMinuteTick(() => isOpen() && refreshUnlessInUse());

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}
