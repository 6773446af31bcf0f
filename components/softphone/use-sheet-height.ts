'use client';

import { type RefObject, useEffect } from 'react';

/** Where the dock is a sheet at the bottom, not a column; Tailwind's `max-lg`. */
const AS_SHEET = '(width < 64rem)';

/** Tells the stylesheet how high the dock is, so that on a narrow screen a dialog ends where the sheet begins. */
export function useSheetHeight(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current;
    if (!element) return;

    const root = document.documentElement;
    const asSheet = window.matchMedia(AS_SHEET);
    // Each change of it has the browser work out every style of the page again: nobody pays that for a column.
    const observer = new ResizeObserver(() => {
      const top = element.offsetHeight > 0 ? element.getBoundingClientRect().top : window.innerHeight;
      if (asSheet.matches) root.style.setProperty('--sheet-top', `${top}px`);
      else root.style.removeProperty('--sheet-top');
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--sheet-top');
    };
  }, [dock]);
}
