'use client';

import { Search } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type MouseEvent, useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { createPortal } from 'react-dom';
import { MAX_SEARCH_CHARACTERS } from '@/lib/search-limit';
import { useDesk } from '../softphone/desk-context';
import { openDialer } from '../softphone/dialer-store';
import { useHasDialer } from '../softphone/use-has-dialer';
import { useIsHandedOver } from '../softphone/use-is-handed-over';
import { groupsOf, type Item, isPage } from './items';
import { openedBefore, rememberOpened } from './opened-before';
import { SearchOptions } from './search-options';
import { SearchState } from './search-state';
import { useComeAndGo } from './use-come-and-go';
import { useSearch } from './use-search';

export type SearchPaletteProps = { onClose: () => void };

/** Type, arrows, Enter. The dock stays as it is beside it, or below it where the screen is narrow. */
export function SearchPalette({ onClose }: SearchPaletteProps) {
  const t = useTranslations('search');
  const router = useRouter();
  const listId = useId();
  const { me } = useDesk();
  const hasDialer = useHasDialer();
  const isHandedOver = useIsHandedOver();
  const [typed, setTyped] = useState('');
  const [activeKey, setActiveKey] = useState<string | null>(null);
  const [wished, setWished] = useState<string | null>(null);
  const [opened] = useState(() => openedBefore(me.id));
  const search = useSearch(typed);
  const panel = useRef<HTMLDivElement>(null);
  const { leave, giveBackFocus } = useComeAndGo(panel, onClose);

  const isBlank = typed.trim() === '';
  const groups = isBlank
    ? [{ name: 'opened' as const, items: opened }].filter(({ items }) => items.length > 0)
    : search.found
      ? groupsOf(search.found, typed, isHandedOver ? 'application' : hasDialer ? 'dialer' : null)
      : [];
  const items: Item[] = groups.flatMap((group) => group.items);
  const chosen = items.find(({ key }) => key === activeKey) ?? (isBlank ? undefined : items[0]);

  // Enter may come before the answer: whoever types a number by heart does not wait for a list.
  const openWished = useEffectEvent(() => {
    setWished(null);
    if (wished === typed && chosen) open(chosen, false);
  });
  const isAnswered = !search.isAsking;
  useEffect(() => {
    if (isAnswered && wished !== null) openWished();
  }, [isAnswered, wished]);

  function type(next: string) {
    setTyped(next);
    setActiveKey(null);
  }

  function open(item: Item, inNewTab: boolean) {
    if (isPage(item)) rememberOpened(me.id, item);
    if (item.href !== null && inNewTab) return void window.open(item.href, '_blank', 'noopener');
    leave();
    if (item.kind === 'dial') {
      return item.by === 'dialer' ? openDialer(item.number.display) : window.location.assign(`tel:${item.number.e164}`);
    }
    router.push(item.href);
    document.getElementById('content')?.focus();
  }

  function choose(item: Item, event: MouseEvent) {
    open(item, event.ctrlKey || event.metaKey);
  }

  function move(by: 1 | -1) {
    const at = chosen ? items.indexOf(chosen) + by : by > 0 ? 0 : items.length - 1;
    setActiveKey(items[(at + items.length) % items.length]?.key ?? null);
  }

  function press(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        return move(1);
      case 'ArrowUp':
        event.preventDefault();
        return move(-1);
      case 'Enter':
        event.preventDefault();
        if ((event.ctrlKey || event.metaKey) && chosen) return open(chosen, true);
        return search.isAsking || search.hasFailed ? setWished(typed) : chosen && open(chosen, false);
      case 'Escape':
        event.preventDefault();
        event.stopPropagation();
        leave();
        return giveBackFocus();
    }
  }

  return createPortal(
    // Dialogs of the kit leave alone what says that it is above them.
    <div
      ref={panel}
      role="dialog"
      aria-label={t('title')}
      data-react-aria-top-layer="true"
      className="search-palette"
      onKeyDown={press}
    >
      <div className="relative shrink-0 border-separator border-b p-2">
        <Search aria-hidden="true" className="pointer-events-none absolute start-5 top-1/2 size-4 -translate-y-1/2 text-subtle" />
        <input
          type="text"
          role="combobox"
          inputMode="search"
          enterKeyHint="go"
          // biome-ignore lint/a11y/noAutofocus: somebody asked for this field
          autoFocus
          className="input h-10! w-full ps-9!"
          aria-label={t('title')}
          aria-expanded={items.length > 0}
          aria-controls={items.length > 0 ? listId : undefined}
          aria-autocomplete="list"
          aria-activedescendant={chosen && `${listId}-${chosen.key}`}
          placeholder={t('hint')}
          autoComplete="off"
          autoCorrect="off"
          spellCheck={false}
          maxLength={MAX_SEARCH_CHARACTERS}
          value={typed}
          onChange={(event) => type(event.target.value)}
        />
      </div>
      {items.length > 0 && <SearchOptions listId={listId} groups={groups} activeKey={chosen?.key ?? null} onChoose={choose} />}
      <SearchState search={search} count={items.length} isBlank={isBlank} />
    </div>,
    document.body,
  );
}
