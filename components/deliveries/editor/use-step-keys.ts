'use client';

import { type KeyboardEvent as ReactKeyboardEvent, type RefObject, useEffect } from 'react';
import { DELIVERY_PARTS } from '@/lib/deliveries/parts';
import { focusNext, focusStep, isDone } from './step-focus';

/** Alt+1 to Alt+4 go to a step, from anywhere on the page; Enter goes on to the next field (S0.16b). */
export function useStepKeys(root: RefObject<HTMLElement | null>) {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (!event.altKey || event.ctrlKey || event.metaKey || !root.current) return;
      // By the key's place: with Alt some layouts write another sign.
      const part = DELIVERY_PARTS[Number(event.code.match(/^Digit([1-4])$/)?.[1]) - 1];
      if (!part) return;
      event.preventDefault();
      focusStep(root.current, part);
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [root]);

  return function onEnter(event: ReactKeyboardEvent<HTMLElement>) {
    const { target } = event;
    const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.nativeEvent.isComposing;
    const isField = target instanceof HTMLInputElement || target instanceof HTMLSelectElement;
    if (event.key !== 'Enter' || !isPlain || event.defaultPrevented || !isField || !root.current) return;
    if (isDone(target) && focusNext(root.current, target)) event.preventDefault();
  };
}
