import { useTranslations } from 'next-intl';
import { nextDay, wallClock } from '@/lib/wall-clock';
import { useFormats, useOrganisation } from '../ui/organisation';

/** `today, 14:00`, `tomorrow, 09:30`, `3 Dec, 12:00`: by the organisation's calendar. */
export function useDueWords() {
  const t = useTranslations('interests');
  const formats = useFormats();
  const { timeZone } = useOrganisation();

  return (dueAt: Date, now: Date): string => {
    const [day, today] = [wallClock(dueAt, timeZone).day, wallClock(now, timeZone).day];
    const time = formats.time(dueAt);
    if (day === today) return t('today', { time });
    return day === nextDay(today) ? t('tomorrow', { time }) : t('on', { day: formats.day(dueAt), time });
  };
}
