import { useTranslations } from 'next-intl';
import { GROUPS, type Group, groupOf, soonUntil } from '@/lib/deliveries/grouping';
import type { DeliveryRow as Row } from '@/lib/deliveries/queries';
import type { Formats } from '../../ui/formats';
import { DeliveryRow } from './delivery-row';

const COLUMNS = 8;

type DeliveriesTableProps = { rows: Row[]; now: Date; formats: Formats; today: { from: Date; to: Date } | null };

/** Deliveries in groups, what burns first. */
export function DeliveriesTable({ rows, now, formats, today }: DeliveriesTableProps) {
  const t = useTranslations('deliveries');
  const groups = GROUPS.map((group) => ({ group, rows: rows.filter((row) => groupOf(row, now) === group) }));
  const isToday = ({ wantedAt }: Row) => Boolean(wantedAt && today && wantedAt >= today.from && wantedAt < today.to);

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
          <th scope="col" className="num hidden @min-[50rem]:table-cell">
            {t('items')}
          </th>
          <th scope="col" className="num">
            {t('amount')}
          </th>
          <th scope="col" className="hidden @min-[53rem]:table-cell">
            {t('driver')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('status')}
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
                  <span className="num ms-1 font-normal">{each.rows.length}</span>
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
