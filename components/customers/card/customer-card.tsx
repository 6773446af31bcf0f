import { ChevronLeft, Plus } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CustomerCall, CustomerDelivery, CustomerCard as Facts } from '@/lib/customers/card-queries';
import type { OrderStatistics } from '@/lib/customers/types';
import { OpenInDialer } from '../../softphone/open-in-dialer';
import { buttonClass } from '../../ui/button-class';
import { ClassChip } from '../../ui/class-icon';
import { LinkButton } from '../../ui/link-button';
import { PhoneNumberText } from '../../ui/phone-number-text';
import { CallOrAnswer, CustomerCalling } from '../call-or-answer';
import { CustomerNote } from '../customer-note';
import { AboutPanel } from './about-panel';
import { AddressesPanel } from './addresses-panel';
import { CallsPanel } from './calls-panel';
import { DeliveriesPanel } from './deliveries-panel';
import { NumbersPanel } from './numbers-panel';
import { RefreshCustomer } from './refresh-customer';

type CustomerCardProps = {
  customer: Facts;
  statistics: OrderStatistics;
  deliveries: CustomerDelivery[];
  calls: CustomerCall[];
  isEditable: boolean;
  mayTakeOrders: boolean;
};

/** Who a customer is, how to reach them, and what they ordered. */
export function CustomerCard({ customer, statistics, deliveries, calls, isEditable, mayTakeOrders }: CustomerCardProps) {
  const t = useTranslations('customers');
  const { id, details } = customer;
  const main = customer.numbers[0] ?? null;

  return (
    <div className="@container flex flex-col gap-3 px-4 pb-16">
      <RefreshCustomer customerId={id} />
      <div className="flex min-h-14 flex-wrap items-center gap-x-3 gap-y-2 py-2">
        <Link href="/customers" aria-label={t('back')} className={buttonClass({ intent: 'ghost', isIconOnly: true })}>
          <ChevronLeft aria-hidden="true" />
        </Link>
        <div className="flex min-w-0 flex-1 basis-60 flex-wrap items-center gap-x-3 gap-y-1">
          <h1 className="wrap-anywhere min-w-0 font-semibold text-lg">
            <bdi>{details.name}</bdi>
          </h1>
          {details.company && <bdi className="wrap-anywhere min-w-0 text-muted">{details.company}</bdi>}
          <ClassChip of={details.class} />
          <CustomerCalling customerId={id} number={main} />
        </div>
        <span className="flex flex-wrap items-center gap-x-3 gap-y-2">
          {main && (
            <span className="flex items-center gap-1">
              <PhoneNumberText display={main.display} className="font-semibold text-base" />
              <OpenInDialer number={main.display} />
            </span>
          )}
          <CallOrAnswer customerId={id} number={main} name={t('callCustomer')} />
          {mayTakeOrders && (
            <LinkButton
              intent="primary"
              href={`/deliveries/new?customer=${id}`}
              icon={<Plus aria-hidden="true" />}
              prefetch={false}
            >
              {t('newDelivery')}
            </LinkButton>
          )}
        </span>
      </div>
      <CustomerNote note={details.note} isProblem={details.class === 'problem'} />
      <div className="grid grid-cols-1 items-start gap-3 @3xl:grid-cols-[18rem_minmax(0,1fr)]">
        <div className="flex min-w-0 flex-col gap-3">
          <NumbersPanel customerId={id} numbers={customer.numbers} isEditable={isEditable} />
          <AboutPanel customerId={id} details={details} isEditable={isEditable} />
          <AddressesPanel addresses={customer.addresses} />
        </div>
        <div className="flex min-w-0 flex-col gap-3">
          <DeliveriesPanel deliveries={deliveries} statistics={statistics} />
          <CallsPanel calls={calls} />
        </div>
      </div>
    </div>
  );
}
