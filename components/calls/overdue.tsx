import { useTranslations } from 'next-intl';

const HOUR_MINUTES = 60;
const DAY_MINUTES = 24 * HOUR_MINUTES;

/** "Overdue 12 min", in hours once it is an hour, in days once it is one. */
export function Overdue({ minutes }: { minutes: number }) {
  const t = useTranslations('callerCard');
  if (minutes < HOUR_MINUTES) return t('overdueMinutes', { minutes });
  if (minutes >= DAY_MINUTES) return t('overdueDays', { days: Math.floor(minutes / DAY_MINUTES) });

  return t('overdueHours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES });
}
