import { useTranslations } from 'next-intl';
import type { CatalogueFilter } from '@/lib/catalogue/filter';
import { LinkButton } from '../../ui/link-button';

/** Forward by the last product of this page. */
export function CataloguePages({ filter, next }: { filter: CatalogueFilter; next: string | null }) {
  const t = useTranslations('catalogue');
  if (!next && !filter.after) return null;

  const { after, ...kept } = filter;
  const query = new URLSearchParams(Object.entries(kept).filter(([, value]) => value !== undefined));
  const first = query.toString();
  if (next) query.set('after', next);

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {after && <LinkButton href={first ? `/admin/catalogue?${first}` : '/admin/catalogue'}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={`/admin/catalogue?${query}`}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
