import { formatLocale } from '../ui/formats';

/** Numbers, shares and days as this organisation writes them. A share is of something: where there is nothing, there is none. */
export function createShares(language: string, currency: string) {
  const locale = formatLocale(language, currency);
  const whole = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
  // Days of the calendar, which belong to no time zone.
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'UTC', day: 'numeric', month: 'short', year: 'numeric' });
  const noonOf = (written: string) => new Date(`${written}T12:00:00Z`);

  return {
    number: (count: number) => whole.format(count),
    share: (part: number, of: number) => (of === 0 ? '–' : percent.format(part / of)),
    days: (first: string, last: string) => day.formatRange(noonOf(first), noonOf(last)),
  };
}
