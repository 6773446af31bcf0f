'use client';

import { Bike } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { useEffect, useState } from 'react';
import { formatAddress } from '@/lib/deliveries/address';
import { type MapPlatform, mapAddress, mapPlatform } from '@/lib/deliveries/map-address';
import { overdueMinutes } from '@/lib/deliveries/status';
import type { DriverDelivery } from '@/lib/drivers/queries';
import { Overdue } from '../calls/overdue';
import { CallButton } from '../softphone/call-button';
import { useServerNow } from '../softphone/use-server-now';
import { ClassIcon } from '../ui/class-icon';
import { EmptyState } from '../ui/empty-state';
import { Money } from '../ui/money';
import { useFormats } from '../ui/organisation';
import { StatusLabel } from '../ui/status-glyph';
import { DeliveryStep } from './delivery-step';

/** What a driver carries today, each with its customer one press away and its next step (S0.20). */
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
    <div className="panel @container overflow-clip max-md:-mx-4 max-md:rounded-none max-md:border-x-0">
      <h2 className="flex h-10 items-center gap-2 border-border border-b px-3 font-semibold">
        {t('today')} <span className="num font-normal text-muted">{deliveries.length}</span>
      </h2>
      <table aria-label={t('today')} className="data-table">
        <thead className="@max-[46rem]:sr-only">
          <tr>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('delivery')}
            </th>
            <th scope="col">{t('due')}</th>
            <th scope="col">{t('customer')}</th>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('address')}
            </th>
            <th scope="col" className="num">
              {t('amount')}
            </th>
            <th scope="col" className="hidden @min-[46rem]:table-cell">
              {t('status')}
            </th>
            <th scope="col">
              <span className="sr-only">{t('actions')}</span>
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
  const t = useTranslations('drivers');
  const address = useAddress(delivery);
  const name = delivery.customerName || delivery.phoneDisplay;

  return (
    <tr>
      <td className="hidden w-0 @min-[46rem]:table-cell">
        <NumberLink delivery={delivery} />
      </td>
      <td className="w-0 @max-[46rem]:h-14! @max-[46rem]:whitespace-normal">
        <DueTime delivery={delivery} renderedAtMs={nowMs} />
      </td>
      <td className="w-full max-w-0 @min-[46rem]:w-[40%]">
        <span className="flex items-center gap-1.5">
          <ClassIcon of={delivery.customer?.class ?? 'unknown'} />
          <bdi className="truncate font-medium" title={name}>
            {name}
          </bdi>
        </span>
        <p className="truncate text-muted text-xs leading-4">
          <span className="@min-[46rem]:hidden">
            <NumberLink delivery={delivery} /> · <AddressOnMap delivery={delivery} address={address} />
          </span>
          {delivery.problemReason !== null && (
            <span className="text-problem" title={delivery.problemReason}>
              <span className="@min-[46rem]:hidden"> · </span>
              {t('problem')}: <bdi>{delivery.problemReason}</bdi>
            </span>
          )}
        </p>
        <span className="mt-1 mb-2 block *:min-h-11! @min-[46rem]:hidden">
          <DeliveryStep delivery={delivery} />
        </span>
      </td>
      <td className="hidden w-[60%] max-w-0 text-muted @min-[46rem]:table-cell" title={address}>
        <AddressOnMap delivery={delivery} address={address} />
        {delivery.driverNote && (
          <bdi className="block truncate text-xs leading-4" title={delivery.driverNote}>
            {delivery.driverNote}
          </bdi>
        )}
      </td>
      <td className="num w-0">
        <Money minor={delivery.totalMinor} />
        <span className="block text-muted text-xs leading-4">{t(`payments.${delivery.payment}`)}</span>
        <span className="flex justify-end text-xs @min-[46rem]:hidden">
          <StatusLabel status={delivery.status} />
        </span>
      </td>
      <td className="hidden w-0 @min-[46rem]:table-cell">
        <StatusLabel status={delivery.status} />
      </td>
      <td className="w-0">
        <span className="flex items-center justify-end gap-1 @max-[46rem]:[&>button]:min-h-11! @max-[46rem]:[&>button]:min-w-11!">
          <span className="contents @max-[46rem]:hidden">
            <DeliveryStep delivery={delivery} />
          </span>
          <CallButton
            name={t('callCustomer')}
            number={delivery.callE164}
            noNumberReason={t('noCustomerNumber')}
            deliveryId={delivery.id}
            intent="ghost"
            size="sm"
          />
        </span>
      </td>
    </tr>
  );
}

/** The address as a link to a map: what a driver who is lost rings about. */
function AddressOnMap({ delivery, address }: { delivery: DriverDelivery; address: string }) {
  const t = useTranslations('drivers');
  const [platform, setPlatform] = useState<MapPlatform>('other');
  useEffect(() => setPlatform(mapPlatform(navigator.userAgent)), []);
  const href = delivery.fulfilment === 'delivery' ? mapAddress(delivery, platform) : null;
  if (!href) return <bdi>{address}</bdi>;

  return (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      aria-label={t('onMap', { address })}
      className="underline decoration-border-strong underline-offset-2 hover:text-foreground @min-[46rem]:block @min-[46rem]:truncate"
    >
      <bdi>{address}</bdi>
    </a>
  );
}

function NumberLink({ delivery }: { delivery: DriverDelivery }) {
  return (
    <Link href={`/deliveries/${delivery.id}`} prefetch={false} className="num text-accent-text underline underline-offset-2">
      {delivery.number}
    </Link>
  );
}

/** Red once it is late; the words below it say by how much. */
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
        <span className="block font-normal text-xs leading-4">
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
