'use client';

import { useTranslations } from 'next-intl';
import { type ReactNode, useEffect } from 'react';
import type { ProductFound } from '@/lib/products/types';
import { Money } from '../../ui/money';
import type { ProductGroup, Search } from './use-product-search';

type ProductOptionsProps = {
  listId: string;
  search: Search;
  activeId: string | null;
  quantity: number;
  onChoose: (product: ProductFound) => void;
};

/** What was found, or what to offer, in groups. The focus stays in the field, which handles the keys. */
export function ProductOptions({ listId, search, activeId, quantity, onChoose }: ProductOptionsProps) {
  const t = useTranslations('delivery');
  const isEmpty = search.groups.every(({ products }) => products.length === 0);

  useEffect(() => {
    if (activeId) document.getElementById(`${listId}-${activeId}`)?.scrollIntoView({ block: 'nearest' });
  }, [listId, activeId]);

  return (
    <div className="absolute inset-x-0 top-full z-10 mt-1 rounded-lg bg-overlay p-1 shadow-overlay">
      <div id={listId} role="listbox" aria-label={t('products')} className="max-h-80 overflow-y-auto">
        {search.groups.map((group) => (
          <Group key={group.name} group={group} listId={listId}>
            {group.products.map((product) => (
              <Option
                key={product.id}
                id={`${listId}-${product.id}`}
                product={product}
                isActive={product.id === activeId}
                quantity={quantity}
                onChoose={onChoose}
              />
            ))}
          </Group>
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-muted empty:hidden">
        {search.isAsking && t('searching')}
        {search.hasFailed && t('searchFailed')}
        {!search.isAsking && !search.hasFailed && isEmpty && t('nothingFound')}
      </p>
    </div>
  );
}

type GroupProps = { group: ProductGroup; listId: string; children: ReactNode };

function Group({ group: { name }, listId, children }: GroupProps) {
  const t = useTranslations('delivery');
  if (name === 'found') return children;

  const headId = `${listId}-${name}`;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is no part of a listbox
    <div role="group" aria-labelledby={headId}>
      <p id={headId} role="presentation" className="px-2 pt-1.5 pb-0.5 font-medium text-muted text-xs">
        {t(name)}
      </p>
      {children}
    </div>
  );
}

type OptionProps = {
  id: string;
  product: ProductFound;
  isActive: boolean;
  quantity: number;
  onChoose: (product: ProductFound) => void;
};

function Option({ id, product, isActive, quantity, onChoose }: OptionProps) {
  const t = useTranslations('delivery');

  return (
    // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
    <div
      id={id}
      role="option"
      aria-selected={isActive}
      aria-disabled={!product.isAvailable || undefined}
      className="flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 py-1 aria-disabled:cursor-not-allowed aria-disabled:text-muted aria-selected:bg-accent-soft pointer-coarse:min-h-11"
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onChoose(product)}
    >
      <span className="num w-12 shrink-0 truncate text-muted text-xs" title={product.code}>
        {product.code}
      </span>
      <span className="min-w-0 flex-auto truncate" title={product.name}>
        {quantity > 1 && <span className="num font-medium">{quantity} × </span>}
        <bdi>{product.name}</bdi>
      </span>
      <span className="min-w-0 shrink-[100] truncate text-muted text-xs max-sm:hidden">{product.category}</span>
      {product.isAvailable ? (
        <Money minor={product.priceMinor} className="min-w-16 text-end text-muted" />
      ) : (
        <span className="text-missed text-xs">{t('soldOut')}</span>
      )}
    </div>
  );
}
