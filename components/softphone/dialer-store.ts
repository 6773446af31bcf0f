'use client';

import { useSyncExternalStore } from 'react';

// Outside React, so that any icon beside a number opens it, and neither a page that changes nor a call touches what is typed.
// Kept for this tab and user: a reload brings it back.

type Dialer = { userId: string; isOpen: boolean; typed: string };

const KEY = 'offhook-dialer';
const listeners = new Set<() => void>();
let dialer: Dialer = { userId: '', isOpen: false, typed: '' };
// How often somebody asked for it. Only then it takes the focus: not after a reload, and never because a call comes.
let asked = 0;
let opener: Element | null = null;

function change(next: Partial<Dialer>): void {
  dialer = { ...dialer, ...next };
  try {
    window.sessionStorage.setItem(KEY, JSON.stringify(dialer));
  } catch {
    // A full store only forgets it at the next reload.
  }
  for (const listener of listeners) listener();
}

/** As this user left it in this tab; another's is forgotten. */
export function restoreDialer(userId: string): void {
  if (dialer.userId === userId) return;
  change({ userId, isOpen: false, typed: '', ...keptFor(userId) });
}

function keptFor(userId: string): Partial<Dialer> {
  try {
    const kept = JSON.parse(window.sessionStorage.getItem(KEY) ?? '{}');
    return kept.userId === userId ? { isOpen: kept.isOpen === true, typed: String(kept.typed) } : {};
  } catch {
    return {};
  }
}

/** Shows it and lets one type; with a number, that number is in the field. It dials nothing (S2.3). */
export function openDialer(number?: string): void {
  asked += 1;
  if (!dialer.isOpen) opener = document.activeElement;
  change({ isOpen: true, ...(number !== undefined && { typed: number }) });
}

export function closeDialer(): void {
  change({ isOpen: false });
  if (opener instanceof HTMLElement) opener.focus();
}

export function typeNumber(typed: string): void {
  change({ typed });
}

function listen(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function useDialerOpen(): boolean {
  return useSyncExternalStore(
    listen,
    () => dialer.isOpen,
    () => false,
  );
}

export function useTyped(): string {
  return useSyncExternalStore(
    listen,
    () => dialer.typed,
    () => '',
  );
}

export function useAsked(): number {
  return useSyncExternalStore(
    listen,
    () => asked,
    () => 0,
  );
}
