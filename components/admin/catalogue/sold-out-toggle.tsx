'use client';

import { Ban } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useOptimistic, useTransition } from 'react';
import type { CataloguePoint, CatalogueRow } from '@/lib/catalogue/queries';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';
import { useCatalogueChange } from './use-catalogue-change';

type SoldOutToggleProps = {
  product: CatalogueRow;
  /** Null = everywhere. */
  point: CataloguePoint | null;
  isSoldOut: boolean;
};

export function SoldOutToggle({ product, point, isSoldOut }: SoldOutToggleProps) {
  const t = useTranslations('catalogue');
  const change = useCatalogueChange();
  const [isShownSoldOut, showSoldOut] = useOptimistic(isSoldOut);
  const [, startTransition] = useTransition();
  const { id: productId, name } = product;

  function set(next: boolean) {
    startTransition(async () => {
      showSoldOut(next);
      const fault = await change({ change: 'soldOut', productId, pointOfSaleId: point?.id ?? null, isSoldOut: next });
      if (fault) return showError(fault);
      // At one point of sale the same button takes it back; everywhere is what one does not want to do by a slip.
      if (next && !point) showMessage(t('nowSoldOut', { product: name }), { label: t('undo'), onClick: () => set(false) });
    });
  }

  return (
    <IconButton
      name={point ? t('soldOutOfAt', { product: name, point: point.name }) : t('soldOutOf', { product: name })}
      icon={<Ban aria-hidden="true" />}
      size="sm"
      aria-pressed={isShownSoldOut}
      className="shrink-0 text-subtle aria-pressed:bg-missed-soft aria-pressed:text-missed"
      onClick={() => set(!isShownSoldOut)}
    />
  );
}
