'use client';

import { useSyncExternalStore } from 'react';
import { z } from 'zod';
import { CUSTOMER_CLASSES } from '@/lib/customers/types';

const PREFIX = 'offhook-quick-entry';
/** Nobody leaves more behind in a shift; the oldest goes first. */
const KEPT = 20;

const Entry = z.object({
  callId: z.string(),
  /** Made here, so that a save repeated after a lost answer is the same customer. */
  customerId: z.uuid(),
  e164: z.string(),
  display: z.string(),
  at: z.string(),
  name: z.string(),
  company: z.string(),
  class: z.enum(CUSTOMER_CLASSES),
  note: z.string(),
  city: z.string(),
});
/** What was typed about an unknown caller and is not stored yet. */
export type Entry = z.infer<typeof Entry>;

/**
 * Entries on this computer, apart for each user: the end of the call, a reload or a failed save takes nothing of them (S1.14).
 * Every tab sees what is typed in another.
 */
let known: { userId: string; entries: readonly Entry[] } | null = null;
const listeners = new Set<() => void>();

export function useKeptEntries(userId: string): readonly Entry[] {
  return useSyncExternalStore(
    subscribe,
    () => entriesOf(userId),
    () => NONE,
  );
}
const NONE: readonly Entry[] = [];

export function keepEntry(userId: string, entry: Entry): void {
  const others = entriesOf(userId).filter(({ callId }) => callId !== entry.callId);
  write(userId, [...others, entry].slice(-KEPT));
}

export function dropEntry(userId: string, callId: string): void {
  write(
    userId,
    entriesOf(userId).filter((entry) => entry.callId !== callId),
  );
}

/** Drops what the server has by now; false where something was typed since it was sent, which stays to be saved again. */
export function dropSaved(userId: string, sent: Entry): boolean {
  const kept = entriesOf(userId).find(({ callId }) => callId === sent.callId);
  if (kept && JSON.stringify(kept) !== JSON.stringify(sent)) return false;
  dropEntry(userId, sent.callId);
  return true;
}

function entriesOf(userId: string): readonly Entry[] {
  if (known?.userId !== userId) known = { userId, entries: read(userId) };
  return known.entries;
}

function write(userId: string, entries: readonly Entry[]): void {
  known = { userId, entries };
  try {
    if (entries.length === 0) localStorage.removeItem(`${PREFIX}:${userId}`);
    else localStorage.setItem(`${PREFIX}:${userId}`, JSON.stringify(entries));
  } catch {
    // A full or forbidden storage costs the safety net, never what stands on the screen.
  }
  for (const listener of listeners) listener();
}

function read(userId: string): readonly Entry[] {
  try {
    return z.array(Entry).safeParse(JSON.parse(localStorage.getItem(`${PREFIX}:${userId}`) ?? '[]')).data ?? NONE;
  } catch {
    return NONE;
  }
}

function subscribe(listener: () => void): () => void {
  const elsewhere = ({ key }: StorageEvent) => {
    if (key !== null && !key.startsWith(PREFIX)) return;
    known = null;
    listener();
  };
  listeners.add(listener);
  window.addEventListener('storage', elsewhere);
  return () => {
    listeners.delete(listener);
    window.removeEventListener('storage', elsewhere);
  };
}
