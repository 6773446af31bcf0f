'use client';

import { useEffect, useRef, useState } from 'react';
import { searchProducts } from '@/lib/products/actions';
import { FOUND_ROWS, foldText, matches, rankProducts, wordsOf } from '@/lib/products/rank';
import type { ProductFound } from '@/lib/products/types';

const ASK_AFTER_MS = 120;

type Search = { found: ProductFound[]; isAsking: boolean; hasFailed: boolean };

/**
 * Products for what is being typed. What a shorter beginning of it found in full is searched here, without asking again:
 * most keys cost nothing.
 */
export function useProductSearch(text: string, isOpen: boolean): Search {
  const known = useRef(new Map<string, ProductFound[]>());
  const [, setAnswers] = useState(0);
  const [failedText, setFailedText] = useState<string | null>(null);
  const typed = foldText(text);
  const answer = answerFrom(known.current, typed);
  const isMissing = isOpen && !answer;

  useEffect(() => {
    if (!isMissing) return;
    let isStale = false;

    const timer = setTimeout(async () => {
      const result = await searchProducts({ text: typed }).catch(() => null);
      if (result?.ok) known.current.set(typed, result.data);
      if (isStale) return;
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

function answerFrom(known: Map<string, ProductFound[]>, typed: string): ProductFound[] | undefined {
  const exact = known.get(typed);
  if (exact) return exact;

  for (let length = typed.length - 1; length >= 0; length -= 1) {
    const wider = known.get(typed.slice(0, length).trim());
    if (wider && wider.length < FOUND_ROWS)
      return rankProducts(
        wider.filter((product) => matches(product, wordsOf(typed))),
        typed,
      );
  }
  return undefined;
}
