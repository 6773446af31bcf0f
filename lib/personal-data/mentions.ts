import { getCountryCallingCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Where a word begins and ends, as PostgreSQL's regular expressions say it. */
const BEFORE = '(?<![[:alnum:]])';
const AFTER = '(?![[:alnum:]])';
const BETWEEN_DIGITS = '[[:space:]().\\-/\u00a0]*';
/** Fewer digits mean anything: a house, an amount. */
const MIN_DIGITS = 7;

/** A number in whatever notation somebody wrote it into a text: `+48 600 100 105`, `600-100-105`, `0048600100105`. */
export function numberPattern(e164: string): string {
  const parsed = parsePhoneNumberFromString(e164);
  const code = parsed?.countryCallingCode ?? (parsed?.country && getCountryCallingCode(parsed.country));
  const national = parsed?.nationalNumber ?? e164.slice(1);
  const spread = (digits: string) => [...digits].join(BETWEEN_DIGITS);
  if (!code || national.length < MIN_DIGITS) return `(?<![0-9])\\+?${spread(e164.slice(1))}(?![0-9])`;

  return `(?<![0-9])(?:(?:\\+|00)?${BETWEEN_DIGITS}${spread(code)}${BETWEEN_DIGITS})?\\(?0?\\)?${spread(national)}(?![0-9])`;
}

/** A name in a text, however many blanks are in it; null for one that is a word like any other. */
export function namePattern(name: string): string | null {
  const words = name.trim().split(/\s+/);
  if (words.length < 2) return null;
  const escaped = words.map((word) => word.replace(/[\\^$.*+?()[\]{}|-]/g, '\\$&'));
  return `${BEFORE}${escaped.join('[[:space:]]+')}${AFTER}`;
}
