'use client';

import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { useDeskRouter } from './use-desk-router';
import { useGathered } from './use-gathered';

const GATHER_MS = 400;

type InUse = (region: HTMLElement) => boolean;

/**
 * Renders the page again after what it shows has changed, without moving what somebody is busy with: while the region is in use,
 * changes are counted, to be offered.
 */
export function useOfferedRefresh(region: RefObject<HTMLElement | null>, isInUse: InUse = isPointedAtOrFocused) {
  const router = useDeskRouter();
  const [changed, setChanged] = useState<ReadonlySet<string>>(new Set());

  function refresh() {
    setChanged(new Set());
    void router.refresh();
  }

  function refreshUnlessInUse() {
    if (!region.current || !isInUse(region.current)) refresh();
  }

  const soon = useGathered(refreshUnlessInUse, GATHER_MS);

  const onLeft = useEffectEvent(() => {
    if (changed.size > 0) soon();
  });

  useEffect(() => {
    const element = region.current;
    const leave = () => onLeft();
    element?.addEventListener('pointerleave', leave);
    element?.addEventListener('focusout', leave);
    return () => {
      element?.removeEventListener('pointerleave', leave);
      element?.removeEventListener('focusout', leave);
    };
  }, [region]);

  /** `id` is what changed: the same thing twice is one change. */
  function collect(id: string) {
    setChanged((before) => new Set(before).add(id));
    soon();
  }

  return { count: changed.size, collect, refresh, refreshUnlessInUse };
}

function isPointedAtOrFocused(region: HTMLElement): boolean {
  return region.matches(':hover') || region.contains(document.activeElement);
}
