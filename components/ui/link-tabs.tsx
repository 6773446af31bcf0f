'use client';

import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { type KeyboardEvent, type MouseEvent, type ReactNode, useId, useOptimistic, useState, useTransition } from 'react';
import { nextTabIndex } from './next-tab-index';

type LinkTab = { id: string; label: string; href: string };
type LinkTabsProps = { label: string; tabs: [LinkTab, ...LinkTab[]]; open: string; children: ReactNode };

/**
 * Tabs whose panels the server reads one at a time: each is a link, to send or to open beside this page. A panel that was left
 * stays drawn, out of sight, so that what was typed in it is there when somebody comes back.
 */
export function LinkTabs({ label, tabs, open, children }: LinkTabsProps) {
  const base = useId();
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [chosen, choose] = useOptimistic(open);
  const [left, setLeft] = useState<Record<string, ReactNode>>({});
  if (left[open] !== children) setLeft({ ...left, [open]: children });

  function show({ id, href }: LinkTab) {
    startTransition(() => {
      choose(id);
      router.replace(href, { scroll: false });
    });
  }

  function follow(event: MouseEvent, tab: LinkTab) {
    // With a key held down the browser opens it elsewhere.
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey || event.button !== 0) return;
    event.preventDefault();
    show(tab);
  }

  function move(event: KeyboardEvent) {
    const next = nextTabIndex(
      event.key,
      tabs.findIndex(({ id }) => id === chosen),
      tabs.length,
    );
    const tab = next === null ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    show(tab);
    document.getElementById(`${base}-${tab.id}`)?.focus();
  }

  return (
    <>
      <div role="tablist" aria-label={label} className="flex gap-5 overflow-x-auto border-border border-b px-4" onKeyDown={move}>
        {tabs.map((tab) => {
          const isChosen = tab.id === chosen;
          return (
            <Link
              key={tab.id}
              id={`${base}-${tab.id}`}
              href={tab.href}
              prefetch={false}
              role="tab"
              aria-selected={isChosen}
              aria-controls={`${base}-${tab.id}-panel`}
              tabIndex={isChosen ? 0 : -1}
              onClick={(event) => follow(event, tab)}
              className={`-mb-px flex h-9 items-center whitespace-nowrap border-b-2 font-medium ${
                isChosen ? 'border-accent' : 'border-transparent text-muted hover:text-foreground'
              }`}
            >
              {tab.label}
            </Link>
          );
        })}
      </div>
      {tabs.map(({ id }) => (
        <div
          key={id}
          id={`${base}-${id}-panel`}
          role="tabpanel"
          aria-labelledby={`${base}-${id}`}
          aria-busy={isPending}
          hidden={id !== open}
          className={isPending ? 'opacity-60' : undefined}
        >
          {id === open ? children : left[id]}
        </div>
      ))}
    </>
  );
}
