'use client';

import { type RefObject, useEffect, useState } from 'react';
import type { DeliveryPart } from '@/lib/deliveries/parts';
import { partOf } from './step-focus';

/** The step that has the focus; null while that is elsewhere. */
export function usePlace(root: RefObject<HTMLElement | null>): DeliveryPart | null {
  const [part, setPart] = useState<DeliveryPart | null>(null);

  useEffect(() => {
    const look = () => setPart(root.current?.contains(document.activeElement) ? partOf(document.activeElement) : null);
    look();
    document.addEventListener('focusin', look);
    return () => document.removeEventListener('focusin', look);
  }, [root]);

  return part;
}
