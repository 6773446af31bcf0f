'use client';

import { useSyncExternalStore } from 'react';
import { chooseCustomer } from '@/lib/caller-card/actions';
import { draftKeeperOf } from '../inquiries/draft-keepers';

const KEY = 'offhook-chosen-customers';
/** Of calls long over nobody asks any more. */
const KEPT = 20;

type Choice = { callId: string; customerId: string };

let known: Choice[] | null = null;
const listeners = new Set<() => void>();

/**
 * Of several customers with the number this one calls. The card shows them at once; the server remembers it for the next call, and a
 * colleague who gets this one sees them too (S3.16).
 */
export function chooseFor(userId: string, { callId, e164, customerId }: Choice & { e164: string }): void {
  keep([...choices().filter((each) => each.callId !== callId), { callId, customerId }]);
  draftKeeperOf(userId, { callId }).type({ customerId });
  // Without it the next call only lists them in another order.
  chooseCustomer({ e164, customerId }).catch(() => undefined);
}

/** It was somebody else after all. */
export function chooseAgain(userId: string, callId: string): void {
  draftKeeperOf(userId, { callId }).type({ customerId: '' });
  keep(choices().filter((each) => each.callId !== callId));
}

/** Whom the operator chose for this call, in this tab; null while nobody was. */
export function useChosenCustomer(callId: string): string | null {
  return useSyncExternalStore(
    subscribe,
    () => choices().find((each) => each.callId === callId)?.customerId ?? null,
    () => null,
  );
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

function choices(): Choice[] {
  known ??= stored();
  return known;
}

function keep(next: Choice[]): void {
  known = next.slice(-KEPT);
  try {
    sessionStorage.setItem(KEY, JSON.stringify(known));
  } catch {
    // Without a storage it is forgotten with a reload, and asked again.
  }
  for (const listener of listeners) listener();
}

function stored(): Choice[] {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter(isChoice) : [];
  } catch {
    return [];
  }
}

function isChoice(each: unknown): each is Choice {
  return (
    typeof each === 'object' &&
    each !== null &&
    'callId' in each &&
    'customerId' in each &&
    typeof each.callId === 'string' &&
    typeof each.customerId === 'string'
  );
}
