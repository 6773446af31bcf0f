'use client';

import { type RefObject, useEffect, useRef } from 'react';
import { fieldOfDock } from './use-not-typing';

/** What still needs somebody, in the order of the form: who, which, what. */
const CANDIDATES = ['[data-choose-customer]', '[data-needed]', 'input[type="radio"]:checked', 'textarea, input[type="text"]'];

/**
 * The cursor goes to the first field that needs it. Never away from a field of the dock that somebody is in: the dialog takes the
 * focus as it opens, and gives it back.
 */
export function useFirstField(root: RefObject<HTMLElement | null>, isReady: boolean, isByItself: boolean): void {
  const held = useRef<HTMLElement | null | undefined>(undefined);
  // Read once, before the dialog is there; an effect would come after the dialog's own.
  if (held.current === undefined) held.current = isByItself ? fieldOfDock() : null;

  useEffect(() => {
    if (held.current?.isConnected) return held.current.focus({ preventScroll: true });
    if (!isReady || !root.current) return;

    // On a touch screen the keyboard would cover what is to be read first.
    if (!window.matchMedia('(pointer: fine)').matches) return;
    if (isWithinField(root.current)) return;
    for (const candidate of CANDIDATES) {
      const field = root.current.querySelector<HTMLElement>(candidate);
      if (field) return field.focus({ preventScroll: true });
    }
  }, [root, isReady]);
}

/** Somebody was faster, here or in the dock. */
function isWithinField(root: HTMLElement): boolean {
  const { activeElement } = document;
  return fieldOfDock() !== null || (activeElement !== null && root.contains(activeElement));
}
