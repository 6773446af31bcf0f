import { useTranslations } from 'next-intl';
import type { ListedDelivery } from '@/lib/deliveries/list';

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** Whose draft it is, and how long ago they left it. */
export function LeftBy({ row: { responsible, updatedAt }, now }: { row: ListedDelivery; now: Date }) {
  const t = useTranslations('deliveries.leftBy');
  const minutes = Math.max(0, Math.floor((now.getTime() - updatedAt.getTime()) / MINUTE_MS));
  const name = responsible?.name ?? t('somebody');

  if (minutes < HOUR_MINUTES) return t('minutes', { name, count: minutes });
  if (minutes < DAY_MINUTES) return t('hours', { name, count: Math.floor(minutes / HOUR_MINUTES) });
  return t('days', { name, count: Math.floor(minutes / DAY_MINUTES) });
}
