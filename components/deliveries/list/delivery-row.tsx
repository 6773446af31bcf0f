import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatAddress } from '@/lib/deliveries/address';
import type { DeliveryRow as Row } from '@/lib/deliveries/queries';
import { overdueMinutes } from '@/lib/deliveries/status';
import { ClassIcon } from '../../ui/class-icon';
import type { Formats } from '../../ui/formats';
import { StatusLabel } from '../../ui/status-glyph';
import { CallingChip } from './calling-chip';

type DeliveryRowProps = { row: Row; now: Date; formats: Formats; isToday: boolean };

/** One delivery, the whole row a link. On a narrow screen two lines: what has no column of its own goes below. */
export function DeliveryRow({ row, now, formats, isToday }: DeliveryRowProps) {
  const t = useTranslations('deliveries');
  const late = overdueMinutes(row.wantedAt, row.status, now);
  const address = row.fulfilment === 'pick_up' ? t('pickUp', { point: row.pointOfSale?.name ?? '' }) : formatAddress(row);
  const name = row.customerName || row.phoneDisplay || t('nobody');
  const due =
    row.wantedAt && (isToday ? formats.time(row.wantedAt) : `${formats.day(row.wantedAt)}, ${formats.time(row.wantedAt)}`);

  return (
    <tr className="relative">
      <td className="num hidden w-0 text-start! text-muted @min-[50rem]:table-cell">{row.number}</td>
      <td className={`num w-0 text-start! font-medium @max-[50rem]:h-13! @max-[50rem]:ps-4! ${late > 0 ? 'text-missed' : ''}`}>
        {due ?? <span className="text-muted">{t('noTime')}</span>}
        {late > 0 && <span className="sr-only"> {t('overdue', { minutes: late })}</span>}
      </td>
      <td className="w-1/2 max-w-0 @min-[50rem]:w-[45%] @min-[50rem]:min-w-48">
        <div className="flex min-w-0 items-center gap-2">
          <ClassIcon of={row.customer?.class ?? 'unknown'} />
          <Link
            href={`/deliveries/${row.id}`}
            prefetch={false}
            title={name}
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            <bdi>{name}</bdi>
          </Link>
          {row.phoneE164 && <CallingChip e164={row.phoneE164} />}
        </div>
        <p className="truncate text-muted text-xs @min-[50rem]:hidden">
          <span className="num">{row.number}</span> · <bdi>{address}</bdi>
        </p>
      </td>
      <td className="hidden w-[55%] max-w-0 text-muted @min-[50rem]:table-cell" title={address}>
        <bdi className="block truncate">{address}</bdi>
      </td>
      <td className="num hidden w-0 text-muted @min-[50rem]:table-cell">{row.itemCount}</td>
      <td className="num w-0 @max-[50rem]:pe-4!">
        {formats.money(row.totalMinor)}
        <span className="flex justify-end text-xs @min-[50rem]:hidden">
          <StatusLabel status={row.status} />
        </span>
      </td>
      <td className="hidden w-0 max-w-36 @min-[53rem]:table-cell" title={row.driver?.name}>
        <bdi className="block max-w-36 truncate text-muted">{row.driver?.name ?? t('noDriver')}</bdi>
      </td>
      <td className="hidden w-0 @min-[50rem]:table-cell">
        <StatusLabel status={row.status} />
      </td>
    </tr>
  );
}
