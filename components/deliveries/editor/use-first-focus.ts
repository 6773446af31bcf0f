'use client';

import { type RefObject, useEffect } from 'react';
import type { DeliveryPart } from '@/lib/deliveries/parts';
import { focusStep } from './step-focus';

/** Where the cursor begins. Never taken from a field that somebody is in, nor on a touch screen, where it opens the keyboard. */
export function useFirstFocus(root: RefObject<HTMLElement | null>, part: DeliveryPart | null): void {
  useEffect(() => {
    const isFree = document.activeElement === null || document.activeElement === document.body;
    const hasKeyboard = window.matchMedia('(pointer: fine)').matches;
    if (root.current && part && isFree && hasKeyboard) focusStep(root.current, part);
  }, [root, part]);
}
