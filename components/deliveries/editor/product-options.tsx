'use client';

import { useTranslations } from 'next-intl';
import { useEffect, useRef } from 'react';
import type { ProductFound } from '@/lib/products/types';
import { Money } from '../../ui/money';

type ProductOptionsProps = {
  listId: string;
  search: { found: ProductFound[]; isAsking: boolean; hasFailed: boolean };
  active: number;
  quantity: number;
  onChoose: (product: ProductFound) => void;
};

export function ProductOptions({ listId, search, active, quantity, onChoose }: ProductOptionsProps) {
  const t = useTranslations('delivery');
  const list = useRef<HTMLDivElement>(null);

  useEffect(() => {
    list.current?.children[active]?.scrollIntoView({ block: 'nearest' });
  }, [active]);

  return (
    <div className="absolute inset-x-0 top-full z-10 mt-1 max-h-80 overflow-y-auto rounded-lg bg-overlay p-1 shadow-overlay">
      <div ref={list} id={listId} role="listbox" aria-label={t('products')}>
        {search.found.map((product, position) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field handles the keys
          <div
            key={product.id}
            id={`${listId}-${product.id}`}
            role="option"
            aria-selected={position === active}
            aria-disabled={!product.isAvailable || undefined}
            className="flex min-h-8 cursor-pointer items-center gap-2 rounded px-2 py-1 aria-disabled:cursor-not-allowed aria-disabled:text-muted aria-selected:bg-accent-soft"
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => onChoose(product)}
          >
            <span className="num w-12 shrink-0 text-muted text-xs">{product.code}</span>
            <span className="min-w-0 flex-1 truncate">
              {quantity > 1 && <span className="num font-medium">{quantity} × </span>}
              {product.name}
            </span>
            {product.isAvailable ? <Money minor={product.priceMinor} className="text-muted" /> : <span>{t('soldOut')}</span>}
          </div>
        ))}
      </div>
      <p role="status" className="px-2 py-1 text-muted empty:hidden">
        {search.isAsking && t('searching')}
        {search.hasFailed && t('searchFailed')}
        {!search.isAsking && !search.hasFailed && search.found.length === 0 && t('nothingFound')}
      </p>
    </div>
  );
}
