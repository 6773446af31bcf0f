import Link from 'next/link';
import { useTranslations } from 'next-intl';
import { formatAddress } from '@/lib/deliveries/address';
import type { ListedDelivery } from '@/lib/deliveries/list';
import { overdueMinutes } from '@/lib/deliveries/status';
import { CallButton } from '../../softphone/call-button';
import { ClassIcon } from '../../ui/class-icon';
import type { Formats } from '../../ui/formats';
import { StatusLabel } from '../../ui/status-glyph';
import { CallingChip } from './calling-chip';
import { DiscardDraft } from './discard-draft';
import { DueTime } from './due-time';
import { LeftBy } from './left-by';
import { OverdueNow } from './overdue-now';
import { RowCall } from './row-call';
import { RowFlags } from './row-flags';

type DeliveryRowProps = { row: ListedDelivery; now: Date; formats: Formats; isToday: boolean };

/** Above the link that covers the row. */
const ABOVE_LINK = 'relative z-1';

/** One delivery, the whole row a link. On a narrow screen two lines: what has no column of its own goes below. */
export function DeliveryRow({ row, now, formats, isToday }: DeliveryRowProps) {
  const t = useTranslations('deliveries');
  const isLate = overdueMinutes(row.wantedAt, row.status, now) > 0;
  const isDraft = row.status === 'draft';
  const address = row.fulfilment === 'pick_up' ? t('pickUp', { point: row.pointOfSale?.name ?? '' }) : formatAddress(row);
  const name = row.customerName || row.phoneDisplay || t('nobody');
  const overdue = isLate && row.wantedAt && <OverdueNow wantedAt={row.wantedAt} status={row.status} nowMs={now.getTime()} />;

  return (
    <tr className="relative">
      <td className="num hidden w-0 text-start! text-muted @min-[50rem]:table-cell">{row.number}</td>
      <td className="num w-0 text-start! @max-[50rem]:h-14! @max-[50rem]:ps-4!">
        <DueTime row={row} isLate={isLate} formats={formats} isToday={isToday} />
        <span className="hidden text-xs leading-4 @min-[50rem]:block">{overdue}</span>
      </td>
      <td className="w-1/2 max-w-0 @max-[50rem]:py-2! @min-[50rem]:w-[42%] @min-[50rem]:min-w-36">
        <div className="flex min-w-0 items-center gap-2">
          <ClassIcon of={row.customer?.class ?? 'unknown'} />
          <Link
            href={`/deliveries/${row.id}`}
            prefetch={false}
            title={name}
            data-row-link
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            <bdi>{name}</bdi>
          </Link>
          {row.phoneE164 && <CallingChip e164={row.phoneE164} />}
        </div>
        <p className="truncate text-xs empty:hidden @min-[50rem]:hidden">
          {overdue}
          <RowFlags row={row} start={overdue ? ' · ' : ''} />
        </p>
        <p className="truncate text-muted text-xs @min-[50rem]:hidden">
          <span className="num">{row.number}</span> · <bdi>{address}</bdi>
          {isDraft && (
            <>
              {' · '}
              <LeftBy row={row} now={now} />
            </>
          )}
        </p>
      </td>
      <td className="hidden w-[58%] max-w-0 text-muted @min-[50rem]:table-cell" title={address}>
        <bdi className="block truncate">{address}</bdi>
      </td>
      <td className="hidden w-0 max-w-36 text-muted @min-[72rem]:table-cell" title={row.pointOfSale?.name}>
        <bdi className="block max-w-36 truncate">{row.pointOfSale?.name}</bdi>
      </td>
      <td className="num hidden w-0 text-muted @min-[60rem]:table-cell">{row.itemCount}</td>
      <td className="num w-0">
        {formats.money(row.totalMinor)}
        <span className="flex justify-end text-xs @min-[50rem]:hidden">
          <StatusLabel status={row.status} />
        </span>
      </td>
      {isDraft ? (
        <td colSpan={2} className="hidden w-0 @min-[50rem]:table-cell">
          <div className="flex items-center justify-between gap-2">
            <div className="min-w-0 text-xs leading-4">
              <StatusLabel status="draft" />
              <span className="block max-w-52 truncate text-muted">
                <LeftBy row={row} now={now} />
              </span>
            </div>
            <span className={ABOVE_LINK}>
              <DiscardDraft deliveryId={row.id} number={row.number} />
            </span>
          </div>
        </td>
      ) : (
        <>
          <td className="hidden w-0 @min-[50rem]:table-cell">
            <Driver row={row} />
          </td>
          <td className="hidden w-0 @min-[50rem]:table-cell">
            <StatusLabel status={row.status} />
            <span className="block text-xs leading-4 empty:hidden">
              <RowFlags row={row} />
            </span>
          </td>
        </>
      )}
      <td className="w-0 @max-[50rem]:ps-0! @max-[50rem]:pe-2!">
        <span className={`${ABOVE_LINK} flex justify-end @max-[50rem]:[&>button]:size-11!`}>
          <RowCall ringsFrom={row.phoneE164} calls={row.callE164} deliveryId={row.id} name={name} />
        </span>
      </td>
    </tr>
  );
}

/** Who brings it, and one press to speak to them (S0.18). */
function Driver({ row: { id, driver } }: { row: ListedDelivery }) {
  const t = useTranslations('deliveries');
  if (!driver) return <span className="text-muted">{t('noDriver')}</span>;

  return (
    <span className="flex items-center gap-1.5">
      <bdi className="block min-w-0 max-w-28 flex-1 truncate text-muted" title={driver.name}>
        {driver.name}
      </bdi>
      <span className={ABOVE_LINK}>
        <CallButton
          name={t('callDriver')}
          number={driver.callE164}
          noNumberReason={t('driverNoNumber')}
          deliveryId={id}
          intent="ghost"
          size="sm"
        />
      </span>
    </span>
  );
}
