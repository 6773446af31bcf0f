'use client';

import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import type { CataloguePoint, CatalogueRow } from '@/lib/catalogue/queries';
import { useFormats } from '../../ui/organisation';
import { EditCell } from './edit-cell';
import { SoldOutToggle } from './sold-out-toggle';
import { useCatalogueChange } from './use-catalogue-change';
import { usePriceReader } from './use-price-reader';

/** What a product costs where a point of sale says nothing else, and whether it is sold out everywhere. */
export function PriceCell({ product }: { product: CatalogueRow }) {
  const t = useTranslations('catalogue');
  const { amount } = useFormats();
  const readTyped = usePriceReader();
  const change = useCatalogueChange();

  async function save(typed: string) {
    const { minor, fault } = readTyped(typed);
    return fault ?? change({ change: 'price', productId: product.id, priceMinor: minor });
  }

  return (
    <Cell
      toggle={<SoldOutToggle product={product} point={null} isSoldOut={!product.isAvailable} />}
      isSoldOut={!product.isAvailable}
    >
      <EditCell
        label={t('priceOf', { product: product.name })}
        column="price"
        value={amount(product.priceMinor)}
        inputMode="decimal"
        maxLength={20}
        className="num text-end"
        onSave={save}
      />
    </Cell>
  );
}

/** The price at one point of sale: an empty field means the product's own. */
export function PriceAtCell({ product, point }: { product: CatalogueRow; point: CataloguePoint }) {
  const t = useTranslations('catalogue');
  const { amount } = useFormats();
  const readTyped = usePriceReader();
  const change = useCatalogueChange();
  const here = product.prices.find((each) => each.pointOfSaleId === point.id);
  const isSoldOut = here ? !here.isAvailable : false;
  const own = here?.priceMinor ?? null;

  async function save(typed: string) {
    const { minor, fault } = typed.trim() === '' ? { minor: null, fault: null } : readTyped(typed);
    return fault ?? change({ change: 'priceAt', productId: product.id, pointOfSaleId: point.id, priceMinor: minor });
  }

  return (
    <Cell toggle={<SoldOutToggle product={product} point={point} isSoldOut={isSoldOut} />} isSoldOut={isSoldOut}>
      <EditCell
        label={t('priceOfAt', { product: product.name, point: point.name })}
        column={`price-${point.id}`}
        value={own === null ? '' : amount(own)}
        placeholder={amount(product.priceMinor)}
        inputMode="decimal"
        maxLength={20}
        className="num text-end"
        onSave={save}
      />
    </Cell>
  );
}

/** The word stands below the price, for those who do not see the pressed button's colour. */
function Cell({ toggle, isSoldOut, children }: { toggle: ReactNode; isSoldOut: boolean; children: ReactNode }) {
  const t = useTranslations('catalogue');

  return (
    <td className="min-w-25">
      <div className="flex items-start gap-1.5">
        {children}
        {toggle}
      </div>
      {isSoldOut && <p className="pe-8 text-end text-2xs text-missed">{t('soldOut')}</p>}
    </td>
  );
}
