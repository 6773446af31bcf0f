'use client';

import { useEffect, useEffectEvent } from 'react';

/** "/" leads to the search from anywhere but a field. */
export function useSearchKey(onSearch: () => void): void {
  const search = useEffectEvent(onSearch);

  useEffect(() => {
    function press(event: KeyboardEvent) {
      const isTyping = event.target instanceof Element && event.target.closest('input, textarea, select, [contenteditable]');
      if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
      event.preventDefault();
      search();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, []);
}
