'use client';

import { useEffect, useState } from 'react';
import { readAnswer } from '@/lib/doors/read-answer';
import type { Found } from '@/lib/search/types';

const ASK_AFTER_MS = 120;

export type Search = { found: Found | null; isAsking: boolean; hasFailed: boolean; askAgain: () => void };

/** Asks a moment after the last key. What was found for less stays until the answer is here; an answer to what is typed no more never comes. */
export function useSearch(typed: string): Search {
  const text = typed.trim();
  const [answer, setAnswer] = useState<{ of: string; found: Found | null; hasFailed: boolean } | null>(null);
  const [attempt, setAttempt] = useState(0);

  useEffect(() => {
    if (!text) return setAnswer(null);
    const abort = new AbortController();

    const timer = setTimeout(async () => {
      const found = await readAnswer<Found>(`/api/search?${new URLSearchParams({ text })}`, abort.signal);
      if (abort.signal.aborted) return;
      setAnswer((before) => ({ of: text, found: found ?? before?.found ?? null, hasFailed: found === null }));
    }, ASK_AFTER_MS);
    return () => {
      clearTimeout(timer);
      abort.abort();
    };
  }, [text, attempt]);

  const isAnswered = answer?.of === text;
  return {
    found: text ? (answer?.found ?? null) : null,
    isAsking: text !== '' && !isAnswered,
    hasFailed: isAnswered && answer.hasFailed,
    askAgain: () => {
      setAnswer((before) => before && { ...before, of: '', hasFailed: false });
      setAttempt((before) => before + 1);
    },
  };
}
