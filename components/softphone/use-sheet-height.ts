'use client';

import { type RefObject, useEffect } from 'react';

/** Tells the stylesheet how high the dock is, so that on a narrow screen a dialog ends where the sheet begins. */
export function useSheetHeight(dock: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = dock.current;
    if (!element) return;

    const root = document.documentElement;
    const observer = new ResizeObserver(() => {
      root.style.setProperty(
        '--sheet-top',
        `${element.offsetHeight > 0 ? element.getBoundingClientRect().top : window.innerHeight}px`,
      );
    });
    observer.observe(element);
    return () => {
      observer.disconnect();
      root.style.removeProperty('--sheet-top');
    };
  }, [dock]);
}
