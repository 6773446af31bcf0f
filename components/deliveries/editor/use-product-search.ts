'use client';

import { useEffect, useMemo, useState } from 'react';
import { foldText, wordsOf } from '@/lib/folded-text';
import { offerProducts, searchProducts } from '@/lib/products/actions';
import { FOUND_ROWS, matches, rankProducts } from '@/lib/products/rank';
import type { ProductFound, ProductOffers } from '@/lib/products/types';
import { useConnected, useLiveEvent } from '../../live/use-live-event';

const ASK_AFTER_MS = 120;

/** Whose taste, and at whose prices. */
export type SearchPlace = { customerId: string | null; pointOfSaleId: string | null };
export type ProductGroup = { name: 'found' | 'often' | 'popular'; products: ProductFound[] };
export type Search = { groups: ProductGroup[]; isAsking: boolean; hasFailed: boolean };

type Known = { offers: ProductOffers | null; found: Map<string, ProductFound[]> };

/**
 * Products for what is being typed, or offers while nothing is. What a shorter beginning of it found in full is searched here,
 * without asking again: most keys cost nothing. What is known is forgotten when the catalogue changes.
 */
export function useProductSearch(text: string, isOpen: boolean, { customerId, pointOfSaleId }: SearchPlace): Search {
  const [edition, setEdition] = useState(0);
  const [, setAnswers] = useState(0);
  const [failedText, setFailedText] = useState<string | null>(null);
  // Another customer, place or edition of the catalogue starts anew.
  const known = useMemo((): Known => ({ offers: null, found: new Map() }), [customerId, pointOfSaleId, edition]);
  const typed = foldText(text);
  const groups = groupsFrom(known, typed);
  const isMissing = isOpen && !groups;

  const startAnew = () => setEdition((count) => count + 1);
  useLiveEvent('catalogue:changed', startAnew);
  useConnected(startAnew);

  useEffect(() => {
    if (!isMissing) return;
    let isStale = false;

    async function ask() {
      const isKnown = await askFor(typed, { customerId, pointOfSaleId }, known).catch(() => false);
      if (isStale) return;
      setFailedText(isKnown ? null : typed);
      setAnswers((count) => count + 1);
    }
    const timer = setTimeout(ask, typed ? ASK_AFTER_MS : 0);

    return () => {
      isStale = true;
      clearTimeout(timer);
    };
  }, [isMissing, typed, customerId, pointOfSaleId, known]);

  const hasFailed = isMissing && failedText === typed;
  return { groups: groups ?? [], isAsking: isMissing && !hasFailed, hasFailed };
}

/** Adds the answer to what is known; false when there was none. */
async function askFor(typed: string, { customerId, pointOfSaleId }: SearchPlace, known: Known): Promise<boolean> {
  if (!typed) {
    const offers = await offerProducts({ customerId, pointOfSaleId });
    if (offers.ok) known.offers = offers.data;
    return offers.ok;
  }
  const found = await searchProducts({ text: typed, pointOfSaleId });
  if (found.ok) known.found.set(typed, found.data);
  return found.ok;
}

function groupsFrom({ offers, found }: Known, typed: string): ProductGroup[] | undefined {
  if (!typed) return offers ? withoutEmpty(offers) : undefined;
  const products = productsFrom(found, typed);
  return products && [{ name: 'found', products }];
}

function withoutEmpty({ often, popular }: ProductOffers): ProductGroup[] {
  const groups: ProductGroup[] = [
    { name: 'often', products: often },
    { name: 'popular', products: popular },
  ];
  return groups.filter((group) => group.products.length > 0);
}

function productsFrom(found: Known['found'], typed: string): ProductFound[] | undefined {
  const exact = found.get(typed);
  if (exact) return exact;

  for (let length = typed.length - 1; length > 0; length -= 1) {
    const wider = found.get(typed.slice(0, length).trim());
    if (wider && wider.length < FOUND_ROWS)
      return rankProducts(
        wider.filter((product) => matches(product, wordsOf(typed))),
        typed,
      );
  }
  return undefined;
}
