import { useTranslations } from 'next-intl';
import { lateMinutes } from '@/lib/board/rules';
import type { BoardCard } from '@/lib/board/types';
import { useTimeOfDay } from '../ui/use-time-of-day';
import { useBoardNow } from './board-clock';

/** When it is wanted and promised, how it leaves, and with whom. */
export function DueLine({ card }: { card: BoardCard }) {
  const t = useTranslations('board');
  const nowMs = useBoardNow();
  const timeOf = useTimeOfDay(nowMs);
  const { wantedAt, promisedAt, customerName } = card;
  const late = lateMinutes(card, nowMs);
  const isPickUp = card.fulfilment === 'pick_up';

  return (
    <p className="flex flex-wrap items-baseline gap-x-1.5 text-muted">
      <span className="num font-semibold text-foreground text-md">{wantedAt ? timeOf(wantedAt) : t('noTime')}</span>
      {promisedAt && promisedAt !== wantedAt && (
        <span className="num font-semibold text-foreground">{t('promised', { time: timeOf(promisedAt) })}</span>
      )}
      <span aria-hidden="true">·</span>
      {card.status === 'ready' && !isPickUp ? <Driver name={card.driverName} /> : <span>{t(card.fulfilment)}</span>}
      {isPickUp && customerName && <bdi className="min-w-0 wrap-anywhere">{customerName}</bdi>}
      {late > 0 && <span className="font-semibold text-missed">{t('late', { minutes: late })}</span>}
    </p>
  );
}

function Driver({ name }: { name: string | null }) {
  const t = useTranslations('board');
  return name ? <bdi className="min-w-0 wrap-anywhere">{name}</bdi> : <span>{t('noDriver')}</span>;
}
