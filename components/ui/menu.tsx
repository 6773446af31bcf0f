'use client';

import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from 'react';

type MenuProps = {
  name: string;
  trigger: ReactNode;
  className?: string;
  /** The id of what is said about the button beyond its name. */
  describedBy?: string;
  onOpen?: () => void;
  /** `MenuItems`, and above them what is no item, such as a switch: the arrows lead there too. */
  children: ReactNode;
};

const ITEM = '[role^="menuitem"]';

/** A button with a menu below its end edge. The browser's own popover closes it on Esc or a press elsewhere. */
export function Menu({ name, trigger, className = '', describedBy, onOpen, children }: MenuProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  const [isOpen, setIsOpen] = useState(false);

  function toggled(isNowOpen: boolean) {
    setIsOpen(isNowOpen);
    if (!isNowOpen || !menu.current || !button.current) return;

    const { bottom, right } = button.current.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    menu.current.style.top = `${bottom + 4}px`;
    // Below a button near the start edge it would reach beyond the screen.
    menu.current.style.right = `${Math.min(clientWidth - right, clientWidth - menu.current.offsetWidth - 8)}px`;
    onOpen?.();
    menu.current.querySelector<HTMLElement>(ITEM)?.focus();
  }

  function move(event: KeyboardEvent<HTMLDivElement>) {
    const all = [...event.currentTarget.querySelectorAll<HTMLElement>(`${ITEM}, [role="switch"]`)];
    const focused = document.activeElement;
    const current = focused instanceof HTMLElement ? all.indexOf(focused) : -1;
    const next = nextItem(event.key, current, all.length);
    if (event.key === 'Tab') event.currentTarget.hidePopover();
    if (next === null) return;

    event.preventDefault();
    all[next]?.focus();
  }

  return (
    <>
      <button
        ref={button}
        type="button"
        popoverTarget={id}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-label={name}
        aria-describedby={describedBy}
        className={className}
      >
        {trigger}
      </button>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: only what is inside is pressed; the arrows lead through all of it */}
      <div
        ref={menu}
        id={id}
        popover="auto"
        onKeyDown={move}
        onToggle={(event) => toggled(event.newState === 'open')}
        className="popover fixed inset-auto m-0 min-w-52 bg-overlay p-1 text-foreground shadow-overlay"
      >
        {children}
      </div>
    </>
  );
}

/** Which item an arrow, Home or End leads to; null for any other key. */
function nextItem(key: string, current: number, count: number): number | null {
  if (key === 'ArrowDown') return (current + 1) % count;
  if (key === 'ArrowUp') return (current - 1 + count) % count;
  if (key === 'Home') return 0;
  if (key === 'End') return count - 1;
  return null;
}
