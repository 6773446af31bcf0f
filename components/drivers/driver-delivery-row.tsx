'use client';

import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatAddress } from '@/lib/deliveries/address';
import { overdueMinutes } from '@/lib/deliveries/status';
import type { DriverDelivery } from '@/lib/drivers/queries';
import { Overdue } from '../calls/overdue';
import { CallButton } from '../softphone/call-button';
import { useServerNow } from '../softphone/use-server-now';
import { ClassIcon } from '../ui/class-icon';
import { Money } from '../ui/money';
import { StatusLabel } from '../ui/status-glyph';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { AddressOnMap } from './address-on-map';
import { DeliveryStep } from './delivery-step';

/** Wide it is one line, narrow two with the next step below them. */
export function DriverDeliveryRow({ delivery, nowMs }: { delivery: DriverDelivery; nowMs: number }) {
  const t = useTranslations('drivers');
  const address = useAddress(delivery);
  const name = delivery.customerName || delivery.phoneDisplay;

  return (
    <tr>
      <td className="hidden w-0 @min-[46rem]:table-cell">
        <NumberLink delivery={delivery} />
      </td>
      <td className="w-0 @max-[46rem]:h-14! @max-[46rem]:ps-4! @max-[46rem]:whitespace-normal">
        <DueTime delivery={delivery} renderedAtMs={nowMs} />
      </td>
      <td className="w-full max-w-0 @max-[46rem]:py-2! @min-[46rem]:w-[40%]">
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
        <span className="mt-1 block empty:hidden *:min-h-11! @min-[46rem]:hidden">
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
  const nowMs = useServerNow(renderedAtMs);
  const timeOf = useTimeOfDay(nowMs);
  if (!delivery.wantedAt) return <span className="text-muted">{t('noTime')}</span>;

  const late = overdueMinutes(delivery.wantedAt, delivery.status, nowMs);
  return (
    <span className={`num font-medium ${late > 0 ? 'text-missed' : ''}`}>
      {timeOf(delivery.wantedAt)}
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
