'use client';

import { Search } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useState } from 'react';
import { readWish } from '@/lib/deliveries/typing';
import type { ProductFound } from '@/lib/products/types';
import { Kbd } from '../../ui/kbd';
import { ProductOptions } from './product-options';
import { useProductSearch } from './use-product-search';

type ProductSearchProps = {
  input: RefObject<HTMLInputElement | null>;
  error: string | null;
  onAdd: (product: ProductFound, quantity: number) => void;
};

/** Type, arrows, Enter: the product is in the order and the field is ready for the next. `2x pizza` adds two. */
export function ProductSearch({ input, error, onAdd }: ProductSearchProps) {
  const t = useTranslations('delivery');
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(0);
  const { quantity, text } = readWish(typed);
  const search = useProductSearch(text, isOpen);
  const chosen = search.found[active];
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

  function type(next: string) {
    setTyped(next);
    setActive(0);
    setOpen(true);
  }

  function add(product: ProductFound) {
    if (!product.isAvailable) return;
    onAdd(product, quantity);
    setTyped('');
    setActive(0);
    setOpen(false);
    input.current?.focus();
  }

  function press(event: KeyboardEvent<HTMLInputElement>) {
    const last = search.found.length - 1;
    switch (event.key) {
      case 'ArrowDown':
        event.preventDefault();
        setActive(isOpen ? Math.min(last, active + 1) : 0);
        return setOpen(true);
      case 'ArrowUp':
        event.preventDefault();
        return setActive(Math.max(0, active - 1));
      case 'Enter':
        if (event.ctrlKey || event.metaKey || !isOpen) return;
        event.preventDefault();
        if (typed.trim()) setWished(typed);
        return;
      case 'Escape':
        setOpen(false);
        return setTyped('');
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
        onBlur={() => setOpen(false)}
      />
      <span className="pointer-events-none absolute end-2 top-1.5">
        <Kbd>/</Kbd>
      </span>
      {isOpen && <ProductOptions listId={listId} search={search} active={active} quantity={quantity} onChoose={add} />}
      {error && (
        <p role="alert" className="field-error mt-1 text-xs">
          {error}
        </p>
      )}
    </div>
  );
}
