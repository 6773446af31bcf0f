'use client';

import { type ReactNode, useRef } from 'react';
import { ChangesOffer } from '../live/changes-offer';
import { useConnected, useLiveEvent } from '../live/use-live-event';
import { useMinuteTick } from '../live/use-minute-tick';
import { useOfferedRefresh } from '../live/use-offered-refresh';
import { useDesk } from '../softphone/desk-context';
import { useRowKeys } from '../ui/use-row-keys';

/** Keeps the list true without moving what is under the pointer or the keyboard. */
export function LiveInterests({ children }: { children: ReactNode }) {
  const { me } = useDesk();
  const list = useRef<HTMLDivElement>(null);
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list);
  // A view that was left stays drawn, out of sight: the one that is open asks for both.
  const isOpen = () => list.current?.checkVisibility() === true;
  useRowKeys(list);
  useLiveEvent('interest:changed', ({ interestId, byId }) => {
    if (!isOpen()) return;
    // What one does here oneself is shown by the act; a tab in the background may be told by one in front.
    if (byId !== me.id) collect(interestId);
    else if (document.hidden) refresh();
  });
  useConnected(() => isOpen() && refresh());

  useMinuteTick(() => isOpen() && refreshUnlessInUse());

  return (
    <div ref={list} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}
