'use client';

import { useEffect, useRef, useState } from 'react';
import { searchCustomers } from '@/lib/customers/actions';
import type { FoundCustomer } from '@/lib/customers/types';

const ASK_AFTER_MS = 150;

type Search = { found: FoundCustomer[]; isAsking: boolean; hasFailed: boolean };

/** Customers for what is being typed. An answer to an older text is kept for it, never shown for a newer one. */
export function useCustomerSearch(text: string, isOpen: boolean): Search {
  const known = useRef(new Map<string, FoundCustomer[]>());
  const [, setAnswers] = useState(0);
  const [failedText, setFailedText] = useState<string | null>(null);
  const typed = text.trim();
  const answer = typed === '' ? [] : known.current.get(typed);
  const isMissing = isOpen && !answer;

  useEffect(() => {
    if (!isMissing) return;
    let isStale = false;

    const timer = setTimeout(async () => {
      const result = await searchCustomers({ text: typed }).catch(() => null);
      if (isStale) return;
      if (result?.ok) known.current.set(typed, result.data);
      setFailedText(result?.ok ? null : typed);
      setAnswers((count) => count + 1);
    }, ASK_AFTER_MS);

    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [isMissing, typed]);

  const hasFailed = isMissing && failedText === typed;
  return { found: answer ?? [], isAsking: isMissing && !hasFailed, hasFailed };
}
