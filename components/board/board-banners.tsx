import { CirclePause, CloudOff } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useFormats } from '../ui/organisation';
import type { BoardView } from './board-keeper';

/** What is out of the ordinary: nobody answers, or no new orders come. */
export function BoardBanners({ view }: { view: BoardView }) {
  const t = useTranslations('board');
  const { time } = useFormats();
  const { ordersStoppedAt } = view.pointOfSale;

  function bannerText() {
    if (view.waiting === 0) return t('offlineHint');
    return view.isReachable ? t('stepsWait', { count: view.waiting }) : t('offlineWaiting', { count: view.waiting });
  }

  return (
    <>
      <div role="status" aria-label={t('connection')}>
        {(!view.isReachable || view.isHeldUp) && (
          <p className="flex min-h-10 items-center justify-center gap-2 bg-ringing-soft px-4 py-1.5 text-md text-ringing">
            <CloudOff aria-hidden="true" className="size-4 shrink-0" />
            {bannerText()}
          </p>
        )}
      </div>
      {ordersStoppedAt && (
        <p className="flex min-h-10 items-center justify-center gap-2 bg-missed-soft px-4 py-1.5 text-md text-missed">
          <CirclePause aria-hidden="true" className="size-4 shrink-0" />
          {t('stoppedSince', { time: time(ordersStoppedAt) })}
        </p>
      )}
    </>
  );
}
