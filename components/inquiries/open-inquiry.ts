'use client';

import { useSyncExternalStore } from 'react';
import { type OpenedInquiries, type OpenedInquiry, withClosed, withOpened } from './opened-inquiries';

const KEY = 'offhook-open-inquiry';

let inquiries: OpenedInquiries = { opened: null, waiting: [] };
const listeners = new Set<() => void>();

export function openInquiry(inquiry: OpenedInquiry): void {
  show(withOpened(inquiries, inquiry));
}

/** What is written in it is a draft by now. */
export function closeInquiry(inquiry: OpenedInquiry): void {
  show(withClosed(inquiries, inquiry));
}

/** The one that was open in this tab when its page was loaded again. */
export function reopenInquiry(): void {
  const callId = attempt(() => sessionStorage.getItem(KEY));
  if (callId && !inquiries.opened) openInquiry({ callId, customerId: null, isByItself: true });
}

export function useOpenedInquiry(): OpenedInquiry | null {
  return useSyncExternalStore(
    subscribe,
    () => inquiries.opened,
    () => null,
  );
}

function show(next: OpenedInquiries): void {
  inquiries = next;
  const callId = next.opened?.callId;
  attempt(() => (callId ? sessionStorage.setItem(KEY, callId) : sessionStorage.removeItem(KEY)));
  for (const listener of listeners) listener();
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
