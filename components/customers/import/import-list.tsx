import { FileClock } from 'lucide-react';
import Link from 'next/link';
import { useTranslations } from 'next-intl';
import type { ImportRow } from '@/lib/customer-import/queries';
import { Chip, type Tone } from '../../ui/chip';
import { EmptyState } from '../../ui/empty-state';
import { Moment } from '../../ui/moment';

export const STATE_TONES = {
  uploaded: 'held',
  waiting: 'ringing',
  running: 'ringing',
  done: 'talking',
  stopped: 'neutral',
  failed: 'missed',
} as const satisfies Record<ImportRow['state'], Tone>;

/** Earlier imports, latest first. */
export function ImportList({ imports }: { imports: ImportRow[] }) {
  const t = useTranslations('customerImport');
  if (imports.length === 0) {
    return (
      <div className="panel">
        <EmptyState icon={<FileClock aria-hidden="true" />} title={t('none')} hint={t('noneHint')} />
      </div>
    );
  }

  return (
    <div className="panel overflow-x-auto">
      <table aria-label={t('imports')} className="data-table">
        <thead>
          <tr>
            <th scope="col">{t('file')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col" className="num">
              {t('added')}
            </th>
            <th scope="col" className="num">
              {t('changed')}
            </th>
            <th scope="col" className="num">
              {t('refusedLines')}
            </th>
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('when')}</th>
          </tr>
        </thead>
        <tbody>
          {imports.map((row) => (
            <tr key={row.id} className="relative">
              <td className="w-full min-w-40 max-w-0">
                <Link
                  href={`/customers/import/${row.id}`}
                  prefetch={false}
                  title={row.fileName}
                  className="block truncate font-medium outline-none after:absolute after:inset-0 focus-visible:after:outline-2 focus-visible:after:outline-focus focus-visible:after:-outline-offset-2"
                >
                  <bdi>{row.fileName}</bdi>
                </Link>
              </td>
              <td>
                <Chip tone={STATE_TONES[row.state]}>{t(`states.${row.state}`)}</Chip>
              </td>
              <td className="num">{t('count', { count: row.addedCount })}</td>
              <td className="num">{t('count', { count: row.changedCount })}</td>
              <td className="num">{t('count', { count: row.refusedCount })}</td>
              <td className="whitespace-nowrap text-muted">
                <bdi>{row.createdBy?.name ?? t('someone')}</bdi>
              </td>
              <td className="text-muted">
                <Moment at={row.createdAt.toISOString()} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
