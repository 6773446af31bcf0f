import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { CustomerRow } from '@/lib/customers/list-queries';
import { formatAddress } from '@/lib/deliveries/address';
import { OpenInDialer } from '../softphone/open-in-dialer';
import { ClassIcon } from '../ui/class-icon';
import type { Formats } from '../ui/formats';
import { PhoneNumberText } from '../ui/phone-number-text';
import { CallOrAnswer, CustomerCalling } from './call-or-answer';

export function CustomerTable({ rows, formats }: { rows: CustomerRow[]; formats: Formats }) {
  const t = useTranslations('customers');

  return (
    <table aria-label={t('title')} className="data-table">
      <thead className="@max-[50rem]:sr-only">
        <tr>
          <th scope="col">{t('name')}</th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('number')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('address')}
          </th>
          <th scope="col" className="num hidden @min-[50rem]:table-cell">
            {t('deliveries')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('lastDelivery')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('actions')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.id} row={row} formats={formats} />
        ))}
      </tbody>
    </table>
  );
}

/** One customer, the whole row a link but for its button. On a narrow screen two lines. */
function Row({ row, formats }: { row: CustomerRow; formats: Formats }) {
  const t = useTranslations('customers');
  const address = row.address ? formatAddress(row.address) : '';
  const place = [address, row.address?.city || row.city].filter(Boolean).join(', ');

  return (
    <tr className="relative">
      <td className="w-full max-w-0 @max-[50rem]:h-13! @max-[50rem]:ps-4! @min-[50rem]:w-1/2 @min-[50rem]:min-w-48">
        <div className="flex min-w-0 items-center gap-2">
          <ClassIcon of={row.class} />
          <Link
            href={`/customers/${row.id}`}
            prefetch={false}
            title={row.name}
            className="min-w-0 truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
          >
            <bdi>{row.name}</bdi>
          </Link>
          {row.company && (
            <bdi className="min-w-0 shrink-99 truncate text-muted" title={row.company}>
              {row.company}
            </bdi>
          )}
          <CustomerCalling customerId={row.id} number={row.number} />
        </div>
        <p className="truncate text-muted text-xs @min-[50rem]:hidden">
          {row.number && <PhoneNumberText display={row.number.display} />}
          {row.number && place && ' · '}
          <bdi>{place}</bdi>
        </p>
      </td>
      <td className="hidden w-0 @min-[50rem]:table-cell">
        {row.number && (
          <span className="flex items-center gap-1">
            <PhoneNumberText display={row.number.display} />
            <span className="relative z-1">
              <OpenInDialer number={row.number.display} />
            </span>
          </span>
        )}
      </td>
      <td className="hidden w-1/2 max-w-0 text-muted @min-[50rem]:table-cell" title={place}>
        <bdi className="block truncate">{place}</bdi>
      </td>
      <td className="num hidden w-0 @min-[50rem]:table-cell">{row.orderCount}</td>
      <td className="num hidden w-0 text-start! text-muted @min-[50rem]:table-cell">
        {row.lastOrderAt && formats.date(row.lastOrderAt)}
      </td>
      <td className="w-0 @max-[50rem]:pe-4!">
        <span className="relative z-1 flex justify-end">
          <CallOrAnswer customerId={row.id} number={row.number} name={t('call')} size="sm" />
        </span>
      </td>
    </tr>
  );
}
