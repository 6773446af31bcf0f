'use client';

import { type KeyboardEvent, type ReactNode, useId, useState } from 'react';
import { nextTabIndex } from './next-tab-index';

type Tab = { id: string; label: string; panel: ReactNode };
type TabsProps = { label: string; tabs: [Tab, ...Tab[]]; initial: string };

/**
 * Which one is open stands in the address as `?tab=`, so that a link or a reload opens it again. The others stay drawn, out of
 * sight: what was typed in one is there when somebody comes back to it.
 */
export function Tabs({ label, tabs, initial }: TabsProps) {
  const base = useId();
  const [openId, setOpenId] = useState(() => (tabs.some(({ id }) => id === initial) ? initial : tabs[0].id));

  function open(id: string) {
    setOpenId(id);
    const address = new URL(window.location.href);
    if (id === tabs[0].id) address.searchParams.delete('tab');
    else address.searchParams.set('tab', id);
    window.history.replaceState(null, '', address);
  }

  function move(event: KeyboardEvent) {
    const next = nextTabIndex(
      event.key,
      tabs.findIndex(({ id }) => id === openId),
      tabs.length,
    );
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    open(tab.id);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  }

  return (
    <>
      <div role="tablist" aria-label={label} className="flex gap-5 overflow-x-auto border-border border-b px-4" onKeyDown={move}>
        {tabs.map(({ id, label: name }) => {
          const isOpen = id === openId;
          return (
            <button
              key={id}
              id={`${base}-${id}`}
              type="button"
              role="tab"
              aria-selected={isOpen}
              aria-controls={`${base}-${id}-panel`}
              tabIndex={isOpen ? 0 : -1}
              onClick={() => open(id)}
              className={`-mb-px flex h-9 cursor-(--cursor-interactive) items-center whitespace-nowrap border-b-2 font-medium ${
                isOpen ? 'border-accent' : 'border-transparent text-muted hover:text-foreground'
              }`}
            >
              {name}
            </button>
          );
        })}
      </div>
      {tabs.map(({ id, panel }) => (
        <div key={id} id={`${base}-${id}-panel`} role="tabpanel" aria-labelledby={`${base}-${id}`} hidden={id !== openId}>
          {panel}
        </div>
      ))}
    </>
  );
}
