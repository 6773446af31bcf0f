import { useTranslations } from 'next-intl';
import type { Link } from '@/lib/pbx-connections/queries';
import { Moment } from '../../ui/moment';
import { LinkMark } from './link-mark';
import { useProblem } from './use-problem';

/** Whether Offhook is connected, since when, and what is wrong where it is not. */
export function LinkFacts({ link: { state, problem, at } }: { link: Link }) {
  const t = useTranslations('pbx');
  const said = useProblem();

  return (
    <div role="status" aria-label={t('link')} className="min-w-0 max-w-prose">
      <p className="flex flex-wrap items-center gap-x-1.5">
        <LinkMark state={state} />{' '}
        {at && state !== 'unknown' && (
          <span className="text-muted">
            {t('since')} <Moment at={at} />
          </span>
        )}
      </p>
      {state === 'down' && problem && <p className="wrap-anywhere text-muted text-xs">{said(problem)}</p>}
    </div>
  );
}
