import { PhoneMissed } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { filterQuery, type MissedCallFilter } from '@/lib/missed-calls/filter';
import { EmptyState } from '../ui/empty-state';
import { LinkButton } from '../ui/link-button';

/** Why there is no row, and what to do about it. */
export function NoMissedCalls({ filter }: { filter: MissedCallFilter }) {
  const t = useTranslations('missedCalls');
  const icon = <PhoneMissed aria-hidden="true" />;
  const isFiltered = filterQuery(filter) !== '' || filter.after !== undefined;
  if (!isFiltered) return <EmptyState icon={icon} title={t('empty')} hint={t('emptyHint')} />;

  if (filter.view === 'visible' && filter.removed && filter.removed !== 'list') {
    const all = <LinkButton href={`/calls/missed?${filterQuery({ ...filter, view: 'all' })}`}>{t('showAll')}</LinkButton>;
    return <EmptyState icon={icon} title={t('onlyHidden')} hint={t('onlyHiddenHint')} action={all} />;
  }
  const clear = <LinkButton href="/calls/missed">{t('clearFilters')}</LinkButton>;
  return <EmptyState icon={icon} title={t('nothingFound')} hint={t('nothingFoundHint')} action={clear} />;
}
