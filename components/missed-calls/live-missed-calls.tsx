'use client';

import { type ReactNode, type RefObject, useEffect, useEffectEvent, useRef } from 'react';
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
  const { count, collect, refresh, refreshUnlessInUse } = useOfferedRefresh(list, isInUse);
  const isOpen = () => list.current?.checkVisibility() === true;
  useLiveEvent('missed-call:changed', ({ missedCallId, byId }) => {
    if (!isOpen()) return;
    // What one does here oneself is shown by the act; a tab in the background may be told by one in front.
    if (byId !== me.id) collect(missedCallId);
    else if (document.hidden) refresh();
  });
  const mine = useRef(new Set<string>());
  useLiveEvent('call-back:changed', ({ missedCallId, callBack }) => {
    if (callBack?.by.id === me.id) mine.current.add(missedCallId);
    else if (mine.current.delete(missedCallId) && isOpen()) refresh();
  });
  // What comes of one's own message or call is one's own act, too.
  useLiveEvent('sms:settled', () => isOpen() && refresh());
  useConnected(() => isOpen() && refresh());
  useWokenLate(() => isOpen() && refreshUnlessInUse());

  useMinuteTick(() => isOpen() && refreshUnlessInUse());

  useFocusKept(list);

  return (
    <div ref={list} tabIndex={-1} className="relative outline-none">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}

/** Also while a dialog about one of its rows is open: the row, and what is typed, stay. */
function isInUse(region: HTMLElement): boolean {
  const isDialogOpen = document.querySelector('[role="dialog"]') !== null;
  // Focus that was only kept in the list is on nothing in it.
  const isFocused = document.activeElement !== region && region.contains(document.activeElement);
  return isDialogOpen || region.matches(':hover') || isFocused;
}

/** Whoever works by keyboard stays in the list when the row they were on leaves it. */
function useFocusKept(region: RefObject<HTMLElement | null>) {
  const focused = useRef<Element>(null);

  useEffect(() => {
    const element = region.current;
    const enter = ({ target }: FocusEvent) => {
      focused.current = target instanceof Element ? target : null;
    };
    // An element that is taken out of the page may say that it leaves, or not; one that was left is still there.
    const leave = () =>
      requestAnimationFrame(() => {
        if (focused.current?.isConnected && !element?.contains(document.activeElement)) focused.current = null;
      });
    element?.addEventListener('focusin', enter);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('focusin', enter);
      element?.removeEventListener('focusout', leave);
    };
  }, [region]);

  useEffect(() => {
    if (!focused.current || focused.current.isConnected || document.activeElement !== document.body) return;
    focused.current = null;
    region.current?.focus();
  });
}

/** The list is streamed, and may wake up after the connection did: that it came up is then no news to it, nor is what was said since. */
function useWokenLate(look: () => void) {
  const socket = useLiveSocket();
  const onIdle = useEffectEvent(look);

  useEffect(() => (socket?.connected ? whenIdle(() => onIdle()) : undefined), [socket]);
}
