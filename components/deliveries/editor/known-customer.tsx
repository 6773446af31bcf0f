'use client';

import { UserMinus } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CustomerFacts } from '@/lib/customers/types';
import { CustomerNote } from '../../customers/customer-note';
import { ClassIcon } from '../../ui/class-icon';
import { IconButton } from '../../ui/icon-button';
import { useFormats } from '../../ui/organisation';
import { showMessage } from '../../ui/show-message';
import { EarlierOrders } from './earlier-orders';
import { useEditor } from './editor-context';

/** Who it is, what to mind, and what they have ordered so far (S0.16b). */
export function KnownCustomer({ customer }: { customer: CustomerFacts }) {
  const t = useTranslations('client');
  const words = useTranslations('personClass');
  const { keeper, isReadOnly } = useEditor();

  function remove() {
    const { customerId, customerName } = keeper.getSnapshot().editing.mine;
    keeper.edit({ customerId: null, customerName: '' });
    void keeper.flush();
    const undo = () => keeper.edit({ customerId, customerName });
    showMessage(t('removed', { name: customer.name }), { label: t('undo'), onClick: undo });
  }

  return (
    <div className="flex flex-col gap-2">
      <div className="flex min-w-0 items-start justify-between gap-1">
        <p className="flex min-w-0 flex-col">
          <span className="flex min-w-0 items-center gap-1.5 font-medium">
            <ClassIcon of={customer.class} />
            <bdi className="wrap-anywhere line-clamp-2">{customer.name}</bdi>
          </span>
          {customer.company && <bdi className="wrap-anywhere line-clamp-2 text-muted">{customer.company}</bdi>}
          <span className="text-muted text-xs">{words(customer.class)}</span>
        </p>
        {!isReadOnly && <IconButton size="sm" name={t('remove')} icon={<UserMinus aria-hidden="true" />} onClick={remove} />}
      </div>
      <CustomerNote note={customer.note} isProblem={customer.class === 'problem'} />
      <Statistics customer={customer} />
      <EarlierOrders orders={customer.orders} />
    </div>
  );
}

function Statistics({ customer: { statistics } }: { customer: CustomerFacts }) {
  const t = useTranslations('client');
  const formats = useFormats();
  const { count, valueMinor, firstAt, lastAt } = statistics;
  if (count === 0) return <p className="text-muted text-xs">{t('noOrders')}</p>;

  return (
    <p className="num flex flex-col text-muted text-xs">
      <span>{t('orders', { count, value: formats.money(valueMinor) })}</span>
      {firstAt && lastAt && <span>{t('firstAndLast', { first: formats.date(firstAt), last: formats.date(lastAt) })}</span>}
    </p>
  );
}
