'use client';

import { useEffect, useEffectEvent, useRef, useState } from 'react';

/**
 * Esc gives the focus back to where it was; a press elsewhere takes it where it leads. Another address is no reason to leave: a draft that
 * saves itself has one, under what is being typed here.
 */
export function useComeAndGo(panel: { current: HTMLElement | null }, onClose: () => void) {
  const [before] = useState(() => document.activeElement);
  const hasLeft = useRef(false);

  const leave = () => {
    hasLeft.current = true;
    onClose();
  };
  const giveBackFocus = () => before instanceof HTMLElement && before.focus();

  const pressElsewhere = useEffectEvent((event: PointerEvent) => {
    if (event.target instanceof Node && !panel.current?.contains(event.target)) leave();
  });
  useEffect(() => {
    const listener = (event: PointerEvent) => pressElsewhere(event);
    document.addEventListener('pointerdown', listener);
    return () => document.removeEventListener('pointerdown', listener);
  }, []);

  // Ctrl K, which opened it, closes it from outside of here.
  const goneByKey = useEffectEvent(() => {
    if (!hasLeft.current) giveBackFocus();
  });
  useEffect(() => () => goneByKey(), []);

  return { leave, giveBackFocus };
}
