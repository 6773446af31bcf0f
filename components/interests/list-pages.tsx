import { useTranslations } from 'next-intl';
import { filterQuery, type InterestFilter } from '@/lib/interests/filter';
import { LinkButton } from '../ui/link-button';

/** Forward by the last row of this page: the thousandth page costs what the first does. */
export function ListPages({ filter, next }: { filter: InterestFilter; next: string | null }) {
  const t = useTranslations('interests');
  if (!next && !filter.after) return null;

  const first = filterQuery(filter);
  const query = new URLSearchParams(first);
  if (next) query.set('after', next);

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {filter.after && <LinkButton href={first ? `/interests?${first}` : '/interests'}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={`/interests?${query}`}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
