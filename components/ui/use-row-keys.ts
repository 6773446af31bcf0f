'use client';

import { type RefObject, useEffect } from 'react';

const NEXT = ['j', 'ArrowDown'];
const PREVIOUS = ['k', 'ArrowUp'];

/** J and K, or the arrows once a row has the focus, go from row to row; Enter opens it, for it is a link. */
export function useRowKeys(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    function press(event: KeyboardEvent) {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const links = [...(list.current?.querySelectorAll<HTMLElement>('[data-row-link]') ?? [])];
      const at = links.findIndex((link) => link.closest('tr')?.contains(document.activeElement));
      // The arrows scroll a page that nobody works in by rows.
      if (at === -1 && event.key.startsWith('Arrow')) return;

      const next = NEXT.includes(event.key) ? at + 1 : PREVIOUS.includes(event.key) ? Math.max(0, at - 1) : null;
      const link = next === null ? undefined : links[next];
      if (!link) return;
      event.preventDefault();
      link.focus();
    }
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list]);
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof Element && target.closest('input, textarea, select, [contenteditable], dialog, [role=dialog]') !== null
  );
}
