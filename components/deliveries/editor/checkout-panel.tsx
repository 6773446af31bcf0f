'use client';

import { useTranslations } from 'next-intl';
import type { RefObject } from 'react';
import { discountMinor, productsMinor } from '@/lib/deliveries/totals';
import { PAYMENTS } from '@/lib/deliveries/types';
import { Field } from '../../ui/field';
import { Money } from '../../ui/money';
import { Select } from '../../ui/select';
import { Panel } from '../panel';
import { AmountDue } from './amount-due';
import { ContentArea } from './content-field';
import { DiscountFields } from './discount-fields';
import { useContent, useEdited, useEditor } from './editor-context';
import { WantedAt } from './wanted-at';

type CheckoutPanelProps = { today: string; timeField: RefObject<HTMLInputElement | null> };

/** When, how it is paid, what is taken off, and what it comes to. */
export function CheckoutPanel({ today, timeField }: CheckoutPanelProps) {
  const t = useTranslations('deliveryCard');
  const words = useTranslations('delivery');

  return (
    <Panel title={t('steps.checkout')}>
      <div className="flex flex-col gap-3 p-3">
        <WantedAt today={today} timeField={timeField} />
        <div className="grid grid-cols-2 gap-2">
          <PaymentField />
          <DiscountFields />
        </div>
        <ContentArea field="comment" label={words('comment')} />
      </div>
      <Sums />
      <AmountDue />
    </Panel>
  );
}

function PaymentField() {
  const t = useTranslations('deliveryCard');
  const words = useTranslations('delivery.payments');
  const { keeper, isReadOnly } = useEditor();
  const payment = useContent('payment');

  return (
    <Field label={t('payment')}>
      {(control) => (
        <Select
          {...control}
          value={payment}
          disabled={isReadOnly}
          onChange={(event) => {
            const next = PAYMENTS.find((each) => each === event.target.value);
            if (next) keeper.edit({ payment: next });
          }}
        >
          {PAYMENTS.map((each) => (
            <option key={each} value={each}>
              {words(each)}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

function Sums() {
  const t = useTranslations('deliveryCard');
  const products = useEdited(({ editing }) => productsMinor(editing.mine.lines));
  const discount = useEdited(({ editing }) => discountMinor(editing.mine));

  return (
    <dl className="flex flex-col gap-1 border-separator border-t px-3 py-2 text-muted">
      <div className="flex justify-between gap-2">
        <dt>{t('sums.products')}</dt>
        <dd>
          <Money minor={products} />
        </dd>
      </div>
      {discount > 0 && (
        <div className="flex justify-between gap-2">
          <dt>{t('sums.discount')}</dt>
          <dd className="num">
            −<Money minor={discount} />
          </dd>
        </div>
      )}
    </dl>
  );
}
