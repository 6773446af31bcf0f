import { useTranslations } from 'next-intl';
import type { InterestRow as Row } from '@/lib/interests/row';
import type { Formats } from '../ui/formats';
import { InterestRow } from './interest-row';

type InterestsTableProps = { rows: Row[]; nowMs: number; formats: Formats };

export function InterestsTable({ rows, nowMs, formats }: InterestsTableProps) {
  const t = useTranslations('interests');

  return (
    <table aria-label={t('title')} className="data-table">
      <thead className="@max-[50rem]:sr-only">
        <tr>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('number')}
          </th>
          <th scope="col">{t('subject')}</th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('whose')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('stage')}
          </th>
          <th scope="col" className="hidden @min-[64rem]:table-cell">
            {t('responsible')}
          </th>
          <th scope="col" className="hidden @min-[50rem]:table-cell">
            {t('nextTask')}
          </th>
          <th scope="col" className="hidden @min-[76rem]:table-cell">
            {t('lastInteraction')}
          </th>
          <th scope="col">
            <span className="sr-only">{t('acts')}</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <InterestRow key={row.id} row={row} nowMs={nowMs} formats={formats} />
        ))}
      </tbody>
    </table>
  );
}
