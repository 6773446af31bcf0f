'use client';

import { useRef } from 'react';
import { suggestInstead } from '@/lib/deliveries/suggestions';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useOrganisation } from '../../ui/organisation';
import type { DraftKeeper } from './draft-keeper';

/** After a rejection: chooses the next best point of sale, never the one that said no, and leads to the choice (S0.16a). */
export function useSendElsewhere(keeper: DraftKeeper, points: PointOfSaleLoad[]) {
  const { timeZone } = useOrganisation();
  const pointField = useRef<HTMLSelectElement>(null);

  function sendElsewhere() {
    const { mine, saved } = keeper.getSnapshot().editing;
    const exceptId = saved?.sentToId ?? null;
    const next = suggestInstead(points, { wantedAt: mine.wantedAt, now: new Date(), timeZone, exceptId });
    if (next && mine.pointOfSaleId === exceptId) keeper.edit({ pointOfSaleId: next.id });
    pointField.current?.focus();
    pointField.current?.scrollIntoView({ block: 'center' });
  }

  return { pointField, sendElsewhere };
}
