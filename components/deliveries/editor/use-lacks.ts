'use client';

import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { listLackingProducts } from '@/lib/products/actions';
import type { Lack } from '@/lib/products/types';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import type { DraftKeeper } from './draft-keeper';

export type Lacks = ReadonlyMap<string, Lack>;

const NONE: Lacks = new Map();

/**
 * The products of the order that its point of sale cannot make now: asked when one of them changes and when the catalogue does.
 * An answer that does not come changes nothing, the server asks again when it is sent.
 */
export function useLacks(keeper: DraftKeeper): { lacks: Lacks; lookAgain: () => Promise<void> } {
  const read = () => orderKey(keeper);
  const key = useSyncExternalStore(keeper.subscribe, read, read);
  const [answer, setAnswer] = useState({ key: '', lacks: NONE });

  const lookAgain = useCallback(async () => {
    const asked = orderKey(keeper);
    const { lines, pointOfSaleId } = keeper.getSnapshot().editing.mine;
    if (lines.length === 0) return setAnswer({ key: asked, lacks: NONE });

    const productIds = [...new Set(lines.map((line) => line.productId))];
    const result = await listLackingProducts({ productIds, pointOfSaleId }).catch(() => null);
    if (!result?.ok || asked !== orderKey(keeper)) return;
    setAnswer({ key: asked, lacks: new Map(result.data.map(({ productId, lack }) => [productId, lack])) });
  }, [keeper]);

  useEffect(() => {
    if (key) void lookAgain();
  }, [key, lookAgain]);
  useLiveEvent('catalogue:changed', () => void lookAgain());
  useConnected(() => void lookAgain());

  // Another point of sale may have what this one lacks: its answer is waited for.
  const isOfThisPoint = pointOf(answer.key) === pointOf(key);
  return { lacks: isOfThisPoint ? answer.lacks : NONE, lookAgain };
}

/** The point of sale and the products: what the answer depends on. */
function orderKey(keeper: DraftKeeper): string {
  const { lines, pointOfSaleId } = keeper.getSnapshot().editing.mine;
  return [pointOfSaleId, ...new Set(lines.map((line) => line.productId))].join(' ');
}

function pointOf(key: string): string | undefined {
  return key.split(' ')[0];
}
