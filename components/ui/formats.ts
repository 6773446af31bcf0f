const MONEY = { currencyDisplay: 'narrowSymbol', useGrouping: 'always' } as const;

export type OrganisationFacts = { currency: string; timeZone: string };

/**
 * Everything that turns money and moments into text. Server components use it as it is, client components through `useFormats`.
 * `minor` is in minor units of the currency.
 */
export function createFormats(language: string, { currency, timeZone }: OrganisationFacts) {
  const locale = formatLocale(language, currency);
  const numbers = moneyLocale(locale);
  const money = new Intl.NumberFormat(numbers, { ...MONEY, style: 'currency', currency });
  const fractionDigits = money.resolvedOptions().maximumFractionDigits ?? 2;
  const minorUnits = 10 ** fractionDigits;
  const symbol = money.formatToParts(0).find(({ type }) => type === 'currency')?.value ?? currency;
  const time = new Intl.DateTimeFormat(locale, { timeZone, hour: '2-digit', minute: '2-digit' });
  const day = new Intl.DateTimeFormat(locale, { timeZone, day: 'numeric', month: 'short' });
  const date = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium' });
  const dateTime = new Intl.DateTimeFormat(locale, { timeZone, dateStyle: 'medium', timeStyle: 'short' });

  const amount = new Intl.NumberFormat(numbers, {
    ...MONEY,
    minimumFractionDigits: fractionDigits,
    maximumFractionDigits: fractionDigits,
  });
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });

  return {
    /** For readers of typed money (`lib/money-typed.ts`). */
    notation: { fractionDigits, currencyWords: [currency, symbol] },
    money: (minor: number) => money.format(minor / minorUnits),
    /** As one types it: without the currency. */
    amount: (minor: number) => amount.format(minor / minorUnits),
    list: (words: string[]) => list.format(words),
    time: (at: Date | string) => time.format(new Date(at)),
    day: (at: Date | string) => day.format(new Date(at)),
    date: (at: Date | string) => date.format(new Date(at)),
    dateTime: (at: Date | string) => dateTime.format(new Date(at)),
  };
}

/** UN M.49, as locales name it. */
const EUROPE = '150';

export type Formats = ReturnType<typeof createFormats>;

/**
 * A language as it is written where the currency is at home: `en` with PLN is `en-PL`, 97,00 zł and the day before the month.
 * Plain `en` would mean the United States. ISO 4217 codes begin with the ISO 3166 code of their country; EU stands for Europe.
 */
export function formatLocale(language: string, currency: string): string {
  const home = currency.slice(0, 2);
  return `${language}-${home === 'EU' ? EUROPE : home}`;
}

/**
 * Amounts are written as on the price lists of the currency's home, in whatever language one works: 1 480,50 zł, never 1.480,50 zł,
 * which is how ICU thinks that the English write in Poland. A currency of many countries leaves it to the language.
 */
function moneyLocale(locale: string): string {
  const { region } = new Intl.Locale(locale);
  if (!region || region === EUROPE) return locale;
  return `${new Intl.Locale(`und-${region}`).maximize().language}-${region}`;
}

/** `754` seconds → `12:34`, and hours where there are any: `1:02:03`. Never negative. */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');

  return hours > 0 ? `${hours}:${String(minutes).padStart(2, '0')}:${rest}` : `${minutes}:${rest}`;
}
