'use client';

import { useTranslations } from 'next-intl';
import { GROUPS, type Group, groupOf, MAX_COUNTED, soonUntil } from '@/lib/deliveries/grouping';
import type { GroupCounts, ListedDelivery } from '@/lib/deliveries/list';
import { useFormats } from '../../ui/organisation';
import { DeliveryRow } from './delivery-row';

const COLUMNS = 10;

type DeliveriesTableProps = {
  rows: ListedDelivery[];
  counts: GroupCounts;
  now: Date;
  today: { from: Date; to: Date } | null;
};

/**
 * Deliveries in groups, what burns first. Drawn in the browser from the rows as data, a tenth of the size of the rows as drawn by the
 * server: that is what each fact about a delivery costs at every desk.
 */
export function DeliveriesTable({ rows, counts, now, today }: DeliveriesTableProps) {
  const t = useTranslations('deliveries');
  const formats = useFormats();
  const groups = GROUPS.map((group) => ({ group, rows: rows.filter((row) => groupOf(row, now) === group) }));
  const isToday = ({ wantedAt }: ListedDelivery) => Boolean(wantedAt && today && wantedAt >= today.from && wantedAt < today.to);

  return (
    <table aria-label={t('title')} className="data-table">
      <thead className="@max-[50rem]:sr-only">
        <tr>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('number')}
          </th>
          <th scope="col">{t('due')}</th>
          <th scope="col">{t('customer')}</th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('address')}
          </th>
          <th scope="col" className="hidden @min-[72rem]:table-cell">
            {t('pointOfSale')}
          </th>
          <th scope="col" className="num hidden @min-[60rem]:table-cell">
            {t('items')}
          </th>
          <th scope="col" className="num">
            {t('amount')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('driver')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('status')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('call')}</span>
          </th>
        </tr>
      </thead>
      {groups.map(
        (each) =>
          each.rows.length > 0 && (
            <tbody key={each.group}>
              <tr>
                <th scope="rowgroup" colSpan={COLUMNS} className={each.group === 'late' ? 'text-missed!' : ''}>
                  <GroupName group={each.group} until={formats.time(soonUntil(now))} />{' '}
                  <GroupCount count={counts[each.group] ?? each.rows.length} />
                </th>
              </tr>
              {each.rows.map((row) => (
                <DeliveryRow key={row.id} row={row} now={now} formats={formats} isToday={isToday(row)} />
              ))}
            </tbody>
          ),
      )}
    </table>
  );
}

function GroupName({ group, until }: { group: Group; until: string }) {
  const t = useTranslations('deliveries.groups');
  return t(group, { until });
}

function GroupCount({ count }: { count: number }) {
  const t = useTranslations('deliveries');
  return <span className="num ms-1 font-normal">{t(count < MAX_COUNTED ? 'count' : 'countAtLeast', { count })}</span>;
}
