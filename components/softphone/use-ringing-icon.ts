'use client';

import { useEffect } from 'react';

// The mark of app/icon.svg on the amber of what rings, with a red dot. A tab's icon is drawn outside the page: it knows no token.
const RINGING_ICON = `data:image/svg+xml,${encodeURIComponent(
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 28 28"><rect width="28" height="28" rx="7" fill="#d16e00"/><path d="M6 11.4C6 8.7 9.6 7 14 7s8 1.7 8 4.4c0 1-.7 1.6-1.6 1.6h-2c-1 0-1.6-.6-1.8-1.4-.2-1-1-1.6-2.6-1.6s-2.4.6-2.6 1.6c-.2.8-.8 1.4-1.8 1.4h-2C6.7 13 6 12.4 6 11.4Z" fill="#fff"/><rect x="7" y="19" width="14" height="2" rx="1" fill="#fff"/><circle cx="23" cy="5" r="5" fill="#fff"/><circle cx="23" cy="5" r="3.4" fill="#ce2228"/></svg>',
)}`;

/** Shows the ring in the tab's icon too; a row of narrow tabs has no room for a title. */
export function useRingingIcon(isRinging: boolean): void {
  useEffect(() => {
    if (!isRinging) return;

    const own = new Map<HTMLLinkElement, string>();
    const show = () => {
      for (const link of document.head.querySelectorAll<HTMLLinkElement>('link[rel~="icon"]')) {
        if (link.href === RINGING_ICON) continue;
        own.set(link, link.href);
        link.href = RINGING_ICON;
      }
    };
    show();
    // Another page brings its own.
    const observer = new MutationObserver(show);
    observer.observe(document.head, { childList: true });

    return () => {
      observer.disconnect();
      for (const [link, href] of own) link.href = href;
    };
  }, [isRinging]);
}
