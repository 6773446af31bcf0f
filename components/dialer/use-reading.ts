'use client';

import { useEffect, useState } from 'react';
import type { ActionResult } from '@/lib/action-result';
import type { Dialled } from '@/lib/dialer/types';

const PAUSE_MS = 200;

/** What the server makes of a number; null where it cannot be asked. */
export async function readNumber(typed: string, signal?: AbortSignal): Promise<Dialled | null> {
  try {
    const response = await fetch(`/api/phone/dialled?${new URLSearchParams({ number: typed })}`, { signal });
    const answer: ActionResult<Dialled> = await response.json();
    return answer.ok ? answer.data : null;
  } catch {
    return null;
  }
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
