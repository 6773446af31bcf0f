import { useTranslations } from 'next-intl';
import { type DeliveryFilter, filterQuery } from '@/lib/deliveries/filter';
import { LinkButton } from '../../ui/link-button';

/** Forward by the last row of this page: the thousandth page costs what the first does. */
export function ListPages({ filter, next }: { filter: DeliveryFilter; next: string | null }) {
  const t = useTranslations('deliveries');
  if (!next && !filter.after) return null;

  const { after, ...kept } = filter;
  const first = filterQuery(kept);
  const query = new URLSearchParams(first);
  if (next) query.set('after', next);

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {after && <LinkButton href={first ? `/deliveries?${first}` : '/deliveries'}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={`/deliveries?${query}`}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
