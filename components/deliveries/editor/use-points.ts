'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';
import { readPointsOfSale } from '@/lib/deliveries/choice-actions';
import type { PointOfSaleLoad } from '@/lib/points-of-sale/types';
import { useConnected, useLiveEvent } from '../../live/use-live-event';

/** On a busy evening deliveries change every second; a load that is this old is young enough. */
const LOAD_AFTER_MS = 3_000;

/** The points of sale, kept true: who stopped taking orders at once, how busy they are a little later. */
export function usePoints(initial: PointOfSaleLoad[]): PointOfSaleLoad[] {
  const [points, setPoints] = useState(initial);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const read = useEffectEvent(async () => {
    clearTimeout(timer.current);
    timer.current = undefined;
    const result = await readPointsOfSale().catch(() => null);
    if (result?.ok) setPoints(result.data);
  });
  const readSoon = useEffectEvent(() => {
    timer.current ??= setTimeout(() => void read(), LOAD_AFTER_MS);
  });

  useLiveEvent('point-of-sale:changed', () => void read());
  useLiveEvent('delivery:changed', () => readSoon());
  useConnected(() => void read());
  useEffect(() => () => clearTimeout(timer.current), []);

  return points;
}
