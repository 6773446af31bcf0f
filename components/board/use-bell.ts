'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { bellsDue, rungAfter } from '@/lib/board/rules';
import { ringBell } from './bell-sound';

const CHECK_MS = 1_000;
const KEY = 'offhook-board-sound';

export type Bell = {
  /** `blocked`: wanted, but this browser plays nothing before a first press on the page. */
  state: 'on' | 'off' | 'blocked';
  turn: () => void;
};

/** One bell for each delivery that comes to wait, and again while nobody takes it. The choice stays with this device. */
export function useBell(waitingIds: string[]): Bell {
  const [isWanted, setIsWanted] = useState(true);
  const [context, setContext] = useState<AudioContext | null>(null);
  const rungAt = useRef<ReadonlyMap<string, number>>(new Map());

  useEffect(() => setIsWanted(localStorageSays() !== 'off'), []);

  useEffect(() => {
    const allow = () => setContext((before) => before ?? new AudioContext());
    if (navigator.userActivation?.hasBeenActive) return allow();

    const events = ['click', 'keydown'] as const;
    for (const name of events) window.addEventListener(name, allow, { once: true });
    return () => {
      for (const name of events) window.removeEventListener(name, allow);
    };
  }, []);

  const check = useEffectEvent(() => {
    if (!context || !isWanted) return;
    const nowMs = Date.now();
    const due = bellsDue(waitingIds, rungAt.current, nowMs);
    rungAt.current = rungAfter(waitingIds, rungAt.current, nowMs);
    if (due.length === 0) return;

    void context.resume();
    ringBell(context);
  });

  useEffect(() => {
    const timer = setInterval(() => check(), CHECK_MS);
    return () => clearInterval(timer);
  }, []);

  function turn() {
    // The press that turns it on is the one the browser waited for.
    if (isWanted && !context) return;
    setIsWanted(!isWanted);
    remember(isWanted ? 'off' : 'on');
  }

  return { state: isWanted ? (context ? 'on' : 'blocked') : 'off', turn };
}

/** Null where the browser forbids storage. */
function localStorageSays(): string | null {
  try {
    return localStorage.getItem(KEY);
  } catch {
    return null;
  }
}

function remember(choice: 'on' | 'off'): void {
  try {
    localStorage.setItem(KEY, choice);
  } catch {
    // Then it is asked for again next time.
  }
}
