'use client';

import { useTranslations } from 'next-intl';
import { Fragment } from 'react';
import type { CatalogueCategory, CataloguePoint, CatalogueRow } from '@/lib/catalogue/queries';
import { ProductRow } from './product-row';

const COLUMNS_BESIDE_POINTS = 5;

type CatalogueTableProps = { rows: CatalogueRow[]; categories: CatalogueCategory[]; points: CataloguePoint[] };

/** The menu in its order. Every value is edited where it stands; a point of sale without a price of its own shows the common one, pale. */
export function CatalogueTable({ rows, categories, points }: CatalogueTableProps) {
  const t = useTranslations('catalogue');
  const nameOf = (id: string) => categories.find((category) => category.id === id)?.name;

  return (
    <table aria-label={t('title')} className="data-table">
      <thead>
        <tr>
          <th scope="col">{t('code')}</th>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="max-sm:hidden">
            {t('category')}
          </th>
          <th scope="col" className="num pe-11!">
            {t('price')}
          </th>
          {points.map((point) => (
            <th key={point.id} scope="col" className="num max-w-28 truncate pe-2!" title={point.name}>
              {point.name}
            </th>
          ))}
          <th scope="col">
            <span className="sr-only">{t('archiving')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((product, position) => (
          <Fragment key={product.id}>
            {product.categoryId !== rows[position - 1]?.categoryId && (
              <tr>
                <th scope="rowgroup" colSpan={COLUMNS_BESIDE_POINTS + points.length}>
                  {nameOf(product.categoryId)}
                </th>
              </tr>
            )}
            <ProductRow product={product} categories={categories} points={points} />
          </Fragment>
        ))}
      </tbody>
    </table>
  );
}
