'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from 'react';
import { readWish } from '@/lib/deliveries/typing';
import type { ProductFound } from '@/lib/products/types';
import { Kbd } from '../../ui/kbd';
import { ProductOptions } from './product-options';
import { type SearchPlace, useProductSearch } from './use-product-search';
import { useSearchKey } from './use-search-key';

type ProductSearchProps = {
  input: RefObject<HTMLInputElement | null>;
  error: string | null;
  place: SearchPlace;
  /** Whether to make offers as soon as one is here: they would hide an order that has begun. */
  isOfferingAtOnce: boolean;
  onAdd: (product: ProductFound, quantity: number) => void;
};

/** Nothing is chosen until an arrow is pressed: Enter in the empty field means something else. */
const NONE = -1;

/** Type, arrows, Enter: the product is in the order and the field is ready for the next. `2x pizza` adds two. */
export function ProductSearch({ input, error, place, isOfferingAtOnce, onAdd }: ProductSearchProps) {
  const t = useTranslations('delivery');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(NONE);
  const { quantity, text } = readWish(typed);
  const search = useProductSearch(text, isOpen, place);
  const options = search.groups.flatMap((group) => group.products);
  const chosen = options[active];
  const [wished, setWished] = useState<string | null>(null);

  // Enter may come before the answer: whoever types a code by heart does not wait for a list.
  const addWished = useEffectEvent(() => {
    setWished(null);
    if (wished === typed && chosen) add(chosen);
  });
  const isAnswered = isOpen && !search.isAsking;
  useEffect(() => {
    if (isAnswered && wished !== null) addWished();
  }, [isAnswered, wished]);

  useSearchKey(() => {
    input.current?.focus();
    setOpen(true);
  });

  function type(next: string) {
    setTyped(next);
    setActive(readWish(next).text.trim() ? 0 : NONE);
    setOpen(true);
  }

  function add(product: ProductFound) {
    if (!product.isAvailable) return;
    onAdd(product, quantity);
    clear();
    input.current?.focus();
  }

  function clear() {
    setTyped('');
    setActive(NONE);
    setOpen(false);
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const last = options.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setActive(isOpen ? Math.min(last, active + 1) : active);
        return setOpen(true);
      case 'ArrowUp':
        event.preventDefault();
        return setActive(Math.max(text.trim() ? 0 : NONE, active - 1));
      case 'Enter':
        if (event.ctrlKey || event.metaKey || !isOpen) return;
        if (!text.trim() && !chosen) return;
        event.preventDefault();
        return setWished(typed);
      case '/':
        // The key that leads here, pressed here.
        return typed === '' && event.preventDefault();
      case 'Escape':
        return clear();
    }
  }

  return (
    <div className="relative">
      <Search aria-hidden="true" className="pointer-events-none absolute start-2.5 top-2 size-4 text-subtle" />
      <input
        ref={input}
        type="text"
        role="combobox"
        className="input w-full ps-8! pe-9!"
        aria-label={t('addProduct')}
        aria-expanded={isOpen}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={isOpen && chosen ? `${listId}-${chosen.id}` : undefined}
        aria-keyshortcuts="/"
        aria-invalid={error ? true : undefined}
        data-invalid={error ? true : undefined}
        placeholder={t('addProductHint')}
        autoComplete="off"
        maxLength={100}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={press}
        onFocus={() => isOfferingAtOnce && setOpen(true)}
        onClick={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      <span className="pointer-events-none absolute end-2 top-1.5">
        <Kbd>/</Kbd>
      </span>
      {isOpen && (
        <ProductOptions listId={listId} search={search} activeId={chosen?.id ?? null} quantity={quantity} onChoose={add} />
      )}
      {error && (
        <p role="alert" className="field-error mt-1 text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
