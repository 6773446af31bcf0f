'use client';

import { type ReactNode, useRef } from 'react';
import { ChangesOffer } from '../../live/changes-offer';
import { useConnected, useLiveEvent } from '../../live/use-live-event';
import { useOfferedRefresh } from '../../live/use-offered-refresh';

const CATEGORIES = 'categories';

/**
 * Renders the catalogue again after a colleague changed it; while a cell is being edited it offers to, so that no row moves below
 * the fingers. One's own changes are in the page already.
 */
export function LiveCatalogue({ userId, children }: { userId: string; children: ReactNode }) {
  const region = useRef<HTMLDivElement>(null);
  const { count, collect, refresh } = useOfferedRefresh(region, isBeingEdited);
  useLiveEvent('catalogue:changed', ({ productId, byId }) => {
    if (byId !== userId) collect(productId ?? CATEGORIES);
  });
  useConnected(refresh);

  return (
    <div ref={region} className="relative">
      <ChangesOffer count={count} onShow={refresh} />
      {children}
    </div>
  );
}

function isBeingEdited(region: HTMLElement): boolean {
  const cell = document.activeElement;
  return region.contains(cell) && (cell instanceof HTMLInputElement || cell instanceof HTMLSelectElement);
}
