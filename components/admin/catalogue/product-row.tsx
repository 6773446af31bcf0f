'use client';

import { Archive, RotateCcw } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { memo, useOptimistic, useTransition } from 'react';
import type { CatalogueCategory, CataloguePoint, CatalogueRow } from '@/lib/catalogue/queries';
import { MAX_CODE_CHARACTERS, MAX_PRODUCT_NAME_CHARACTERS } from '@/lib/catalogue/schema';
import { IconButton } from '../../ui/icon-button';
import { showError, showMessage } from '../../ui/show-message';
import { EditCell } from './edit-cell';
import { PriceAtCell, PriceCell } from './price-cell';
import { useCatalogueChange } from './use-catalogue-change';

type ProductRowProps = { product: CatalogueRow; categories: CatalogueCategory[]; points: CataloguePoint[] };

export const ProductRow = memo(function ProductRow({ product, categories, points }: ProductRowProps) {
  const t = useTranslations('catalogue');
  const change = useCatalogueChange();
  const { id: productId, name } = product;

  return (
    <tr>
      <td className="min-w-18">
        <EditCell
          label={t('codeOf', { product: name })}
          column="code"
          value={product.code}
          maxLength={MAX_CODE_CHARACTERS}
          onSave={(typed) => change({ change: 'code', productId, code: typed })}
        />
      </td>
      <td className="w-full min-w-44">
        <EditCell
          label={t('nameOf', { product: name })}
          column="name"
          value={name}
          maxLength={MAX_PRODUCT_NAME_CHARACTERS}
          className="font-medium"
          onSave={(typed) => change({ change: 'name', productId, name: typed })}
        />
      </td>
      <td className="min-w-26 max-sm:hidden">
        <CategoryChoice product={product} categories={categories} />
      </td>
      <PriceCell product={product} />
      {points.map((point) => (
        <PriceAtCell key={point.id} product={product} point={point} />
      ))}
      <td className="w-10 text-end">
        <ArchiveButton product={product} />
      </td>
    </tr>
  );
});

type CategoryChoiceProps = { product: CatalogueRow; categories: CatalogueCategory[] };

function CategoryChoice({ product, categories }: CategoryChoiceProps) {
  const t = useTranslations('catalogue');
  const change = useCatalogueChange();
  const [shown, show] = useOptimistic(product.categoryId);
  const [, startTransition] = useTransition();

  function choose(categoryId: string) {
    startTransition(async () => {
      show(categoryId);
      const fault = await change({ change: 'category', productId: product.id, categoryId });
      if (fault) showError(fault);
    });
  }

  return (
    <select
      className="cell-input cursor-pointer text-muted"
      aria-label={t('categoryOf', { product: product.name })}
      value={shown}
      onChange={(event) => choose(event.target.value)}
    >
      {categories.map((category) => (
        <option key={category.id} value={category.id}>
          {category.name}
        </option>
      ))}
    </select>
  );
}

function ArchiveButton({ product: { id: productId, name, archivedAt } }: { product: CatalogueRow }) {
  const t = useTranslations('catalogue');
  const change = useCatalogueChange();
  const [isPending, startTransition] = useTransition();

  function archive(isArchived: boolean) {
    startTransition(async () => {
      const fault = await change({ change: 'archived', productId, isArchived });
      if (fault) return showError(fault);
      if (isArchived) showMessage(t('archived', { product: name }), { label: t('undo'), onClick: () => archive(false) });
    });
  }

  return (
    <IconButton
      name={archivedAt ? t('restore', { product: name }) : t('archive', { product: name })}
      icon={archivedAt ? <RotateCcw aria-hidden="true" /> : <Archive aria-hidden="true" />}
      size="sm"
      isPending={isPending}
      onClick={() => archive(!archivedAt)}
    />
  );
}
