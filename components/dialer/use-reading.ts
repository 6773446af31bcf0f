'use client';

import { useEffect, useState } from 'react';
import type { Dialled } from '@/lib/dialer/types';
import { readAnswer } from '@/lib/doors/read-answer';

const PAUSE_MS = 200;

/** What the server makes of a number; null where it cannot be asked. */
export function readNumber(typed: string, signal?: AbortSignal): Promise<Dialled | null> {
  return readAnswer(`/api/phone/dialled?${new URLSearchParams({ number: typed })}`, signal);
}

/** What is typed, read a moment after the last key; null until then. */
export function useReading(typed: string): Dialled | null {
  const [reading, setReading] = useState<{ of: string; dialled: Dialled | null } | null>(null);
  const wanted = typed.trim();

  useEffect(() => {
    if (!wanted) return;
    const abort = new AbortController();

    const timer = setTimeout(async () => {
      const dialled = await readNumber(wanted, abort.signal);
      if (!abort.signal.aborted) setReading({ of: wanted, dialled });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [wanted]);

  return reading?.of === wanted ? reading.dialled : null;
}
