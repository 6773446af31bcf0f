import { useTranslations } from 'next-intl';
import type { ListedDelivery } from '@/lib/deliveries/list';
import type { Formats } from '../../ui/formats';

type DueTimeProps = { row: ListedDelivery; isLate: boolean; formats: Formats; isToday: boolean };

/** When the customer wants it and, where the point of sale promised it for later, when that is. */
export function DueTime({ row: { wantedAt, promisedAt, status }, isLate, formats, isToday }: DueTimeProps) {
  const t = useTranslations('deliveries');
  if (!wantedAt) return <span className="text-muted">{t('noTime')}</span>;

  const isPromisedLater = promisedAt !== null && promisedAt > wantedAt && status !== 'delivered' && status !== 'cancelled';
  const time = isToday ? formats.time(wantedAt) : `${formats.day(wantedAt)}, ${formats.time(wantedAt)}`;
  return (
    <>
      <span className={`font-medium ${isLate ? 'text-missed' : ''}`}>{time}</span>
      {isPromisedLater && (
        <span
          className="ms-1 text-muted text-xs @max-[50rem]:ms-0 @max-[50rem]:block"
          title={t('promised', { time: formats.time(promisedAt) })}
        >
          <span className="sr-only">{t('promised', { time: formats.time(promisedAt) })}</span>
          <span aria-hidden="true">→ {formats.time(promisedAt)}</span>
        </span>
      )}
    </>
  );
}
