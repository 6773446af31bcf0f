'use client';

import { TriangleAlert } from 'lucide-react';
import { useTranslations } from 'next-intl';
import type { CustomerClass } from '@/lib/caller-card/types';
import type { DeliveryPhone } from '@/lib/deliveries/types';
import { ClassIcon } from '../../ui/class-icon';
import { Panel } from '../panel';
import { ContentField } from './content-field';
import { useContent } from './editor-context';
import { PhoneField } from './phone-field';
import { useSendProblem } from './use-send-problem';

export type CustomerFacts = {
  id: string;
  name: string;
  company: string | null;
  class: CustomerClass;
  note: string;
  deliveryCount: number;
};

export function CustomerPanel({ customer, startPhone }: { customer: CustomerFacts | null; startPhone: DeliveryPhone }) {
  const t = useTranslations('delivery');
  const nobody = useSendProblem('phone');
  const customerId = useContent('customerId');
  const known = customer && customer.id === customerId ? customer : null;

  return (
    <Panel title={t('customer')}>
      <div className="flex flex-col gap-3 p-3">
        {known && <KnownCustomer customer={known} />}
        <PhoneField start={startPhone} error={nobody} />
        <ContentField field="customerName" label={t('name')} />
      </div>
    </Panel>
  );
}

function KnownCustomer({ customer }: { customer: CustomerFacts }) {
  const t = useTranslations('delivery');
  const words = useTranslations('personClass');

  return (
    <div className="flex flex-col gap-2">
      <p className="flex min-w-0 flex-col">
        <span className="flex min-w-0 items-center gap-1.5 font-medium">
          <ClassIcon of={customer.class} />
          <bdi className="wrap-anywhere line-clamp-2">{customer.company ?? customer.name}</bdi>
        </span>
        <span className="text-muted text-xs">
          {words(customer.class)}, {t('deliveryCount', { count: customer.deliveryCount })}
        </span>
      </p>
      {customer.note && (
        <p className="flex gap-2 rounded bg-surface-secondary p-2">
          <TriangleAlert aria-hidden="true" className="mt-0.5 size-4 shrink-0 text-ringing" />
          <bdi className="wrap-anywhere">{customer.note}</bdi>
        </p>
      )}
    </div>
  );
}
