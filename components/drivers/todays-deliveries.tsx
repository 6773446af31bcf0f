'use client';

import { Bike } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatAddress } from '@/lib/deliveries/address';
import { overdueMinutes } from '@/lib/deliveries/status';
import type { DriverDelivery } from '@/lib/drivers/queries';
import { Overdue } from '../calls/overdue';
import { useServerNow } from '../softphone/use-server-now';
import { ClassIcon } from '../ui/class-icon';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { useFormats } from '../ui/organisation';
import { StatusLabel } from '../ui/status-glyph';

export function TodaysDeliveries({ deliveries, nowMs }: { deliveries: DriverDelivery[]; nowMs: number }) {
  const t = useTranslations('drivers');
  if (deliveries.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={<Bike aria-hidden="true" />} title={t('todayEmpty')} hint={t('todayEmptyHint')} />
      </div>
    );
  }

  return (
    <div className="panel @container">
      <h2 className="flex h-10 items-center gap-2 border-border border-b px-3 font-semibold">
        {t('today')} <span className="num font-normal text-muted">{deliveries.length}</span>
      </h2>
      <table aria-label={t('today')} className="data-table">
        <thead className="@max-[42rem]:sr-only">
          <tr>
            <th scope="col" className="hidden @min-[42rem]:table-cell">
              {t('delivery')}
            </th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col" className="hidden @min-[42rem]:table-cell">
              {t('address')}
            </th>
            <th scope="col" className="num">
              {t('amount')}
            </th>
            <th scope="col" className="hidden @min-[42rem]:table-cell">
              {t('status')}
            </th>
          </tr>
        </thead>
        <tbody>
          {deliveries.map((delivery) => (
            <Row key={delivery.id} delivery={delivery} nowMs={nowMs} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Row({ delivery, nowMs }: { delivery: DriverDelivery; nowMs: number }) {
  const address = useAddress(delivery);

  return (
    <tr>
      <td className="hidden @min-[42rem]:table-cell">
        <NumberLink delivery={delivery} />
      </td>
      <td className="@max-[42rem]:h-13! @max-[42rem]:w-0">
        <DueTime delivery={delivery} renderedAtMs={nowMs} />
      </td>
      <td className="max-w-56 @max-[42rem]:w-full @max-[42rem]:max-w-0">
        <span className="flex items-center gap-1.5">
          <ClassIcon of={delivery.customer?.class ?? 'unknown'} />
          <bdi className="truncate font-medium" title={delivery.customerName}>
            {delivery.customerName}
          </bdi>
        </span>
        <p className="truncate text-muted text-xs @min-[42rem]:hidden">
          <NumberLink delivery={delivery} /> · <bdi>{address}</bdi>
        </p>
      </td>
      <td className="max-w-64 truncate text-muted hidden @min-[42rem]:table-cell" title={address}>
        <bdi>{address}</bdi>
      </td>
      <td className="num">
        <Money minor={delivery.totalMinor} />
        <span className="flex justify-end text-xs @min-[42rem]:hidden">
          <StatusLabel status={delivery.status} />
        </span>
      </td>
      <td className="hidden @min-[42rem]:table-cell">
        <StatusLabel status={delivery.status} />
      </td>
    </tr>
  );
}

function NumberLink({ delivery }: { delivery: DriverDelivery }) {
  return (
    <Link href={`/deliveries/${delivery.id}`} className="num text-accent-text underline underline-offset-2">
      {delivery.number}
    </Link>
  );
}

/** Red once it is late; the word beside it says so too. */
function DueTime({ delivery, renderedAtMs }: { delivery: DriverDelivery; renderedAtMs: number }) {
  const t = useTranslations('drivers');
  const formats = useFormats();
  const nowMs = useServerNow(renderedAtMs);
  if (!delivery.wantedAt) return <span className="text-muted">{t('noTime')}</span>;

  const late = overdueMinutes(delivery.wantedAt, delivery.status, nowMs);
  return (
    <span className={`num font-medium ${late > 0 ? 'text-missed' : ''}`}>
      {formats.time(delivery.wantedAt)}
      {late > 0 && (
        <span className="ms-2 font-normal text-xs @max-[42rem]:ms-0 @max-[42rem]:block">
          <Overdue minutes={late} />
        </span>
      )}
    </span>
  );
}

function useAddress({ fulfilment, street, flat, district, city }: DriverDelivery): string {
  const t = useTranslations('drivers');
  if (fulfilment === 'pick_up') return t('pickUp');

  return formatAddress({ street, flat, district: district || city });
}
