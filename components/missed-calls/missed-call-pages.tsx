import { useTranslations } from 'next-intl';
import { LinkButton } from '../ui/link-button';

type MissedCallPagesProps = { query: string; isFurther: boolean; next: string | null };

/** Forward by the last row of this page: the thousandth page costs what the first does. */
export function MissedCallPages({ query, isFurther, next }: MissedCallPagesProps) {
  const t = useTranslations('missedCalls');
  if (!next && !isFurther) return null;

  const further = new URLSearchParams(query);
  if (next) further.set('after', next);

  return (
    <nav aria-label={t('pages')} className="flex justify-end gap-2">
      {isFurther && <LinkButton href={query ? `/calls/missed?${query}` : '/calls/missed'}>{t('firstPage')}</LinkButton>}
      {next && <LinkButton href={`/calls/missed?${further}`}>{t('nextPage')}</LinkButton>}
    </nav>
  );
}
