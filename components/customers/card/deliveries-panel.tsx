'use client';

import { PackageOpen } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { moreDeliveries } from '@/lib/customers/card-actions';
import type { DeliveryPageKey } from '@/lib/customers/card-pages';
import type { CustomerDelivery } from '@/lib/customers/deliveries-of-customer';
import type { OrderStatistics } from '@/lib/customers/types';
import { formatAddress } from '@/lib/deliveries/address';
import type { Page } from '@/lib/page';
import { Panel } from '../../deliveries/panel';
import { EmptyState } from '../../ui/empty-state';
import { Money } from '../../ui/money';
import { MoreButton } from '../../ui/more-button';
import { useFormats } from '../../ui/organisation';
import { StatusLabel } from '../../ui/status-glyph';
import { useMoreRows } from '../../ui/use-more-rows';

type DeliveriesPanelProps = {
  customerId: string;
  first: Page<CustomerDelivery, DeliveryPageKey>;
  statistics: OrderStatistics;
  /** In the overview the next ones are on a part of their own. */
  hasOwnPart?: boolean;
};

/** What they ordered: how much in all, and the latest, open ones first. */
export function DeliveriesPanel({ customerId, first, statistics, hasOwnPart = false }: DeliveriesPanelProps) {
  const t = useTranslations('customers');
  const card = useTranslations('customerCard');
  const list = useMoreRows(first, (after) => moreDeliveries({ customerId, after }));
  const deliveries = list.rows;

  return (
    <Panel
      title={t('deliveries')}
      className="@container"
      aside={
        hasOwnPart &&
        list.hasMore && (
          <Link href={`/customers/${customerId}?tab=deliveries`} prefetch={false} className="text-accent-text hover:underline">
            {card('allDeliveries')}
          </Link>
        )
      }
    >
      {statistics.count > 0 && <Statistics statistics={statistics} />}
      {deliveries.length === 0 ? (
        <EmptyState icon={<PackageOpen aria-hidden="true" />} title={t('noDeliveries')} hint={t('noDeliveriesHint')} />
      ) : (
        <table aria-label={t('deliveries')} className="data-table">
          <thead className="@max-[32rem]:sr-only">
            <tr>
              <th scope="col">{t('deliveryNumber')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col" className="hidden @min-[32rem]:table-cell">
                {t('place')}
              </th>
              <th scope="col" className="num">
                {t('amount')}
              </th>
              <th scope="col">{t('status')}</th>
            </tr>
          </thead>
          <tbody>
            {deliveries.map((delivery) => (
              <Row key={delivery.id} delivery={delivery} />
            ))}
          </tbody>
        </table>
      )}
      {list.hasMore && !hasOwnPart && <MoreButton isPending={list.isPending} onClick={list.more} />}
    </Panel>
  );
}

function Statistics({ statistics: { count, valueMinor, firstAt, lastAt } }: { statistics: OrderStatistics }) {
  const t = useTranslations('customers');
  const formats = useFormats();
  const facts = [
    [t('orderCount'), String(count)],
    [t('orderValue'), formats.money(valueMinor)],
    [t('firstOrder'), firstAt ? formats.date(firstAt) : t('none')],
    [t('lastOrder'), lastAt ? formats.date(lastAt) : t('none')],
  ];

  return (
    <dl className="flex flex-wrap gap-x-8 gap-y-2 border-separator border-b p-3">
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt className="text-muted text-xs">{name}</dt>
          <dd className="num font-medium">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function Row({ delivery }: { delivery: CustomerDelivery }) {
  const t = useTranslations('customers');
  const formats = useFormats();
  const { wantedAt } = delivery;
  const place =
    delivery.fulfilment === 'pick_up' ? t('pickUp', { point: delivery.pointOfSale?.name ?? '' }) : formatAddress(delivery);

  return (
    <tr className="relative">
      <td className="num w-0 text-start!">
        <Link
          href={`/deliveries/${delivery.id}`}
          prefetch={false}
          className="text-accent-text underline underline-offset-2 outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
        >
          {delivery.number}
        </Link>
      </td>
      <td className="num w-0 text-start!">
        {wantedAt ? `${formats.day(wantedAt)}, ${formats.time(wantedAt)}` : <span className="text-muted">{t('noTime')}</span>}
      </td>
      <td className="hidden w-full max-w-0 text-muted @min-[32rem]:table-cell" title={place}>
        <bdi className="block truncate">{place}</bdi>
      </td>
      <td className="num">
        <Money minor={delivery.totalMinor} />
      </td>
      <td className="w-0">
        <StatusLabel status={delivery.status} />
      </td>
    </tr>
  );
}
