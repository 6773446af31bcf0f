'use client';

import { ChevronDown } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type FocusEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import type { EarlierAddress } from '@/lib/customers/types';
import { formatAddress } from '@/lib/deliveries/address';
import { Button } from '../../ui/button';
import { useEditor } from './editor-context';

/** Where they had it brought before, last used first. Opened over the panel, a digit chooses, and so do arrows and Enter. */
export function EarlierAddresses({ addresses }: { addresses: EarlierAddress[] }) {
  const t = useTranslations('client');
  const { keeper } = useEditor();
  const listId = useId();
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (isOpen) list.current?.focus();
  }, [isOpen]);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  function close() {
    setOpen(false);
    button.current?.focus();
  }

  function take(chosen: EarlierAddress | undefined) {
    if (!chosen) return;
    const { id: _, ...place } = chosen;
    keeper.edit(place);
    void keeper.flush();
    close();
  }

  function press(event: KeyboardEvent) {
    const digit = /^[1-9]$/.test(event.key) ? Number(event.key) : null;
    if (digit !== null) return take(addresses[digit - 1]);
    switch (event.key) {
      case 'ArrowDown':
      case 'ArrowUp':
        event.preventDefault();
        return setActive(Math.max(0, Math.min(addresses.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1))));
      case 'Enter':
      case ' ':
        event.preventDefault();
        return take(addresses[active]);
      case 'Escape':
        event.preventDefault();
        return close();
    }
  }

  function leave(event: FocusEvent) {
    if (event.relatedTarget !== button.current) setOpen(false);
  }

  return (
    <>
      <Button
        ref={button}
        size="sm"
        intent="ghost"
        aria-haspopup="listbox"
        aria-expanded={isOpen}
        aria-controls={isOpen ? listId : undefined}
        onClick={() => {
          setActive(0);
          setOpen(!isOpen);
        }}
      >
        {/* In a narrow head there is room for one word; it is said in full. */}
        <span>
          {t.rich('earlierCount', { count: addresses.length, hidden: (said) => <span className="sr-only">{said}</span> })}
        </span>
        <ChevronDown aria-hidden="true" />
      </Button>
      {isOpen && (
        <div
          ref={list}
          id={listId}
          role="listbox"
          tabIndex={0}
          aria-label={t('earlierAddresses')}
          aria-activedescendant={`${listId}-${active}`}
          className="absolute start-3 top-9 z-20 max-h-80 w-80 max-w-[calc(100vw-3.5rem)] overflow-y-auto rounded-lg bg-overlay p-1 shadow-overlay outline-none"
          onKeyDown={press}
          onBlur={leave}
        >
          {addresses.map((address, position) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the focus stays on the list
            // biome-ignore lint/a11y/useKeyWithClickEvents: the list handles the keys
            <div
              key={address.id}
              id={`${listId}-${position}`}
              role="option"
              aria-selected={position === active}
              className="flex cursor-pointer gap-2 rounded px-2 py-1.5 aria-selected:bg-accent-soft"
              onPointerDown={(event) => event.preventDefault()}
              onClick={() => take(address)}
            >
              <span className="num w-4 shrink-0 text-end text-muted">{position + 1}</span>
              <span className="min-w-0 flex-1">
                <bdi className="wrap-anywhere block">{formatAddress(address)}</bdi>
                <bdi className="wrap-anywhere block text-muted text-xs">
                  {[address.city, address.driverNote].filter(Boolean).join(' · ')}
                </bdi>
              </span>
            </div>
          ))}
        </div>
      )}
    </>
  );
}
