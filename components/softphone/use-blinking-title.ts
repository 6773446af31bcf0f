'use client';

import { useEffect } from 'react';

const BLINK_MS = 1_000;

/** Lets the tab's title change between its own and the text while there is one. */
export function useBlinkingTitle(text: string | null): void {
  useEffect(() => {
    if (text === null) return;

    let own = document.title;
    const blink = () => {
      // A navigation meanwhile has set a title of its own.
      if (document.title !== text) own = document.title;
      document.title = document.title === text ? own : text;
    };
    blink();
    const timer = setInterval(blink, BLINK_MS);

    return () => {
      clearInterval(timer);
      if (document.title === text) document.title = own;
    };
  }, [text]);
}
