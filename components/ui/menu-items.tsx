'use client';

import { Check } from 'lucide-react';
import Link from 'next/link';
import { type MouseEvent, type ReactNode, useEffect, useRef } from 'react';

/** The items of a `Menu`. Whichever is chosen, the menu closes. */
export function MenuItems({ name, children }: { name: string; children: ReactNode }) {
  const items = useRef<HTMLDivElement>(null);

  // They may come after the menu was opened, which had nothing to lead the focus to.
  useEffect(() => {
    if (items.current?.closest(':popover-open')) items.current.querySelector<HTMLElement>('[role^="menuitem"]')?.focus();
  }, []);

  function close(event: MouseEvent<HTMLElement>) {
    const popover = event.currentTarget.closest('[popover]');
    if (popover instanceof HTMLElement) popover.hidePopover();
  }

  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the items are buttons and links, which keys press too
    <div ref={items} role="menu" tabIndex={-1} aria-label={name} onClick={close}>
      {children}
    </div>
  );
}

type MenuItemProps = { icon?: ReactNode; onSelect: () => void; children: ReactNode };

export function MenuItem({ icon, onSelect, children }: MenuItemProps) {
  return (
    <button type="button" role="menuitem" tabIndex={-1} onClick={onSelect} className="menu-item gap-2 text-start">
      {icon}
      {children}
    </button>
  );
}

export function MenuLink({ icon, href, children }: Pick<MenuItemProps, 'icon' | 'children'> & { href: string }) {
  return (
    <Link href={href} prefetch={false} role="menuitem" tabIndex={-1} className="menu-item gap-2">
      {icon}
      {children}
    </Link>
  );
}

/** One of several that exclude each other; the tick says which. */
export function MenuChoice({ icon, isChosen, onSelect, children }: MenuItemProps & { isChosen: boolean }) {
  return (
    <button
      type="button"
      role="menuitemradio"
      aria-checked={isChosen}
      tabIndex={-1}
      onClick={onSelect}
      className="menu-item gap-2 text-start"
    >
      {icon}
      {children}
      {isChosen && <Check aria-hidden="true" className="ms-auto size-4 text-accent-text" />}
    </button>
  );
}
