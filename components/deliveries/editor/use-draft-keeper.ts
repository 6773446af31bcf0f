'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import { saveDelivery } from '@/lib/deliveries/actions';
import { startFrom, startNew } from '@/lib/deliveries/editing';
import type { KeptCopy } from '@/lib/deliveries/schema';
import type { DeliveryContent, SavedDelivery } from '@/lib/deliveries/types';
import { newId } from '@/lib/new-id';
import { createDraftKeeper, type DraftKeeper } from './draft-keeper';
import { keepers } from './keepers';
import { type LocalCopies, localCopies } from './local-copies';

/** Where editing begins: what is saved, or what a new delivery is filled in with. */
export type Opening = { deliveryId: string; saved: SavedDelivery } | { deliveryId: null; start: DeliveryContent };

/** The keeper of the delivery on this page. Leaving the page, or hiding it, saves at once. */
export function useDraftKeeper(opening: Opening, callId: string | null, userId: string): DraftKeeper {
  const [keeper, setKeeper] = useState(() => open(opening, callId, localCopies(userId)));

  const takeUp = useEffectEvent(() => {
    const other = opening.deliveryId ? keepers.of(opening.deliveryId) : undefined;
    if (opening.deliveryId && other && other !== keeper) {
      other.hear(opening.saved);
      return setKeeper(other);
    }

    const copy = findCopy(localCopies(userId), opening.deliveryId);
    if (copy && !keepers.of(copy.deliveryId)) keeper.restore(copy);
    keepers.keep(keeper);
  });

  useEffect(() => {
    keepers.appear(keeper);
    takeUp();

    const saveNow = () => void keeper.flush();
    document.addEventListener('visibilitychange', saveNow);
    window.addEventListener('pagehide', saveNow);
    window.addEventListener('online', saveNow);
    return () => {
      document.removeEventListener('visibilitychange', saveNow);
      window.removeEventListener('pagehide', saveNow);
      window.removeEventListener('online', saveNow);
      void keepers.leave(keeper);
    };
  }, [keeper]);

  return keeper;
}

function open(opening: Opening, callId: string | null, copies: LocalCopies): DraftKeeper {
  return createDraftKeeper({
    deliveryId: opening.deliveryId ?? newId(),
    callId,
    editing: opening.deliveryId === null ? startNew(opening.start) : startFrom(opening.saved),
    save: saveDelivery,
    copies,
    path: here,
  });
}

/** What a reload of this very page interrupted. A delivery without a row has no other address than the page it was begun on. */
function findCopy(copies: LocalCopies, deliveryId: string | null): KeptCopy | undefined {
  if (deliveryId) return copies.find(deliveryId) ?? undefined;
  return copies.all().find((copy) => copy.edit.base === null && copy.path === here());
}

function here(): string {
  return window.location.pathname + window.location.search;
}
