'use client';

import { useTranslations } from 'next-intl';
import { useFormats } from '../ui/organisation';

const MINUTE_MS = 60_000;
const MINUTES_AN_HOUR = 60;
const HOURS_A_DAY = 24;

/** How long ago something was, as one says it; the day once it is longer than one. */
export function useAgo(): (at: Date, nowMs: number) => string {
  const t = useTranslations('missedCalls.ago');
  const formats = useFormats();

  return (at, nowMs) => {
    const minutes = Math.max(0, Math.floor((nowMs - at.getTime()) / MINUTE_MS));
    const hours = Math.floor(minutes / MINUTES_AN_HOUR);
    if (minutes < 1) return t('now');
    if (hours < 1) return t('minutes', { count: minutes });
    return hours < HOURS_A_DAY ? t('hours', { count: hours }) : `${formats.day(at)}, ${formats.time(at)}`;
  };
}
