'use client';

import { useSyncExternalStore } from 'react';

const KEY = 'offhook-open-inquiry';

/** Of a call, of a customer's card, or of neither. `isByItself`: nobody pressed anything, so it takes nothing from under the fingers. */
export type OpenedInquiry = { callId: string | null; customerId: string | null; isByItself: boolean };

let opened: OpenedInquiry | null = null;
let waiting: OpenedInquiry[] = [];
const listeners = new Set<() => void>();

/** Opens the wizard. One that opens by itself waits for the one that is open: somebody is writing there. */
export function openInquiry(inquiry: OpenedInquiry): void {
  if (opened && isSame(opened, inquiry)) return;
  if (opened && inquiry.isByItself) waiting = [...waiting.filter((each) => !isSame(each, inquiry)), inquiry];
  else show(inquiry);
}

/** What is written in it is a draft by now. */
export function closeInquiry(): void {
  const [next, ...others] = waiting;
  waiting = others;
  show(next ?? null);
}

/** The one that was open in this tab when its page was loaded again. */
export function reopenInquiry(): void {
  const callId = attempt(() => sessionStorage.getItem(KEY));
  if (callId && !opened) show({ callId, customerId: null, isByItself: true });
}

export function useOpenedInquiry(): OpenedInquiry | null {
  return useSyncExternalStore(
    subscribe,
    () => opened,
    () => null,
  );
}

function show(next: OpenedInquiry | null): void {
  opened = next;
  attempt(() => (next?.callId ? sessionStorage.setItem(KEY, next.callId) : sessionStorage.removeItem(KEY)));
  for (const listener of listeners) listener();
}

function isSame(one: OpenedInquiry, other: OpenedInquiry): boolean {
  return one.callId === other.callId && one.customerId === other.customerId;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Without a storage it is closed after a reload, and its draft waits on the call. */
function attempt<Result>(act: () => Result): Result | null {
  try {
    return act();
  } catch {
    return null;
  }
}
