'use client';

import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { readDiscount, writeDiscount } from '@/lib/deliveries/discount';
import { productsMinor } from '@/lib/deliveries/totals';
import { DISCOUNT_KINDS, type DiscountKind } from '@/lib/deliveries/types';
import { Field, TextField } from '../../ui/field';
import { useFormats } from '../../ui/organisation';
import { Select } from '../../ui/select';
import { ContentField } from './content-field';
import { useContent, useEdited, useEditor } from './editor-context';

/** None, per cent or an amount, and why. More than the products cost cannot be taken off, and that is said. */
export function DiscountFields() {
  const t = useTranslations('deliveryCard.discount');
  const { keeper, isReadOnly } = useEditor();
  const kind = useContent('discountKind');

  function choose(next: DiscountKind) {
    keeper.edit({ discountKind: next, discountValue: 0, ...(next === 'none' && { discountReason: '' }) });
    void keeper.flush();
  }

  return (
    <>
      <Field label={t('title')}>
        {(control) => (
          <Select
            {...control}
            value={kind}
            disabled={isReadOnly}
            onChange={(event) => {
              const next = DISCOUNT_KINDS.find((each) => each === event.target.value);
              if (next) choose(next);
            }}
          >
            {DISCOUNT_KINDS.map((each) => (
              <option key={each} value={each}>
                {t(each)}
              </option>
            ))}
          </Select>
        )}
      </Field>
      {kind !== 'none' && (
        <>
          <DiscountValue key={kind} kind={kind} />
          <ContentField field="discountReason" label={t('reason')} />
        </>
      )}
    </>
  );
}

function DiscountValue({ kind }: { kind: Exclude<DiscountKind, 'none'> }) {
  const t = useTranslations('deliveryCard.discount');
  const { keeper, isReadOnly } = useEditor();
  const { money, amount, notation } = useFormats();
  const value = useContent('discountValue');
  const products = useEdited(({ editing }) => productsMinor(editing.mine.lines));
  const [typed, setTyped] = useState<string | null>(null);
  const [isClamped, setClamped] = useState(false);
  const read = readDiscount(kind, typed ?? '', { productsMinor: products, notation });
  const most = kind === 'percent' ? t('mostPercent') : t('mostAmount', { amount: money(products) });

  function type(next: string) {
    const discount = readDiscount(kind, next, { productsMinor: products, notation });
    setTyped(next);
    setClamped(discount.kind === 'read' && discount.isClamped);
    if (discount.kind === 'read') keeper.edit({ discountValue: discount.value });
  }

  return (
    <TextField
      label={kind === 'percent' ? t('valuePercent') : t('valueAmount')}
      inputMode="decimal"
      autoComplete="off"
      maxLength={12}
      readOnly={isReadOnly}
      value={typed ?? writeDiscount(kind, value, amount)}
      hint={isClamped ? <span role="status">{most}</span> : undefined}
      error={read.kind === 'unreadable' ? t('unreadable') : null}
      onChange={(event) => type(event.target.value)}
      onBlur={() => {
        if (read.kind === 'read') setTyped(null);
        void keeper.flush();
      }}
    />
  );
}
