import { useTranslations } from 'next-intl';

const HOUR_MINUTES = 60;

/** "Overdue 12 min", in hours once it is an hour. */
export function Overdue({ minutes }: { minutes: number }) {
  const t = useTranslations('callerCard');
  if (minutes < HOUR_MINUTES) return t('overdueMinutes', { minutes });

  return t('overdueHours', { hours: Math.floor(minutes / HOUR_MINUTES), minutes: minutes % HOUR_MINUTES });
}
