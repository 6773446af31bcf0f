'use client';

import { useLocale } from 'next-intl';
import { useMemo } from 'react';
import { formatLocale } from '../ui/formats';
import { useOrganisation } from '../ui/organisation';

/** `2026-11-22` → `Sun 22 Nov`: days of the calendar, which belong to no time zone. */
export function useDayName(): (day: string) => string {
  const locale = useLocale();
  const { currency } = useOrganisation();

  return useMemo(() => {
    const format = new Intl.DateTimeFormat(formatLocale(locale, currency), {
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      timeZone: 'UTC',
    });
    return (day: string) => format.format(new Date(`${day}T12:00:00Z`));
  }, [locale, currency]);
}
