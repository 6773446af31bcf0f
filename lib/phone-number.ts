import { type CountryCode, getCountryCallingCode, isSupportedCountry, parsePhoneNumberFromString } from 'libphonenumber-js/max';

/** Words that a PBX sends instead of a number when the caller withholds it (events.md rule 6). */
const WITHHELD_WORDS = new Set([
  '',
  'anonymous',
  'unknown',
  'restricted',
  'unavailable',
  'private',
  '<unknown>',
  '0000',
  'withheld',
]);
const EXTENSION = /^\d{1,5}$/;

export type PartyNumber =
  | { kind: 'withheld' }
  | { kind: 'extension'; extension: string; display: string }
  | { kind: 'number'; e164: string; display: string }
  /** Digits that are no number of any country we know: shown as they came, looked up nowhere. */
  | { kind: 'unreadable'; display: string };

/**
 * Reads what a PBX or a person wrote as a phone number (events.md rule 6).
 * `country` (ISO alpha-2) is the PBX connection's, for numbers written without one.
 */
export function readNumber(raw: string | null | undefined, country: string): PartyNumber {
  const written = stripSip(raw ?? '');
  if (WITHHELD_WORDS.has(written.toLowerCase())) return { kind: 'withheld' };
  if (EXTENSION.test(written)) return { kind: 'extension', extension: written, display: written };

  const parsed = parsePhoneNumberFromString(written, knownCountry(country));
  if (!parsed?.isPossible()) return { kind: 'unreadable', display: written };
  return { kind: 'number', e164: parsed.number, display: parsed.formatInternational() };
}

/**
 * Whether it is whole: a number that its country gives out (S0.17). Callers are looked up by merely possible numbers too,
 * for a PBX sends what it sends; only a person who types one is told that digits are missing.
 */
export function isCallable(e164: string | null): boolean {
  return e164 !== null && parsePhoneNumberFromString(e164)?.isValid() === true;
}

/** The number, where there is one to call. */
export function numberToCall(e164: string | null | undefined): string | null {
  return e164 && isCallable(e164) ? e164 : null;
}

export function withCallability<Row extends { e164: string }>(number: Row): Row & { isCallable: boolean } {
  return { ...number, isCallable: isCallable(number.e164) };
}

/** `0048 600-1` → `486001`: the digits of a number, or of a part of one, without the zeros that lead out of a house or a country. */
export function writtenDigits(raw: string): string {
  return stripSip(raw).replace(/\D/g, '').replace(/^0+/, '');
}

/** What a number in E.164 may begin with when these digits were typed: with their country's code, or without that of `country`. */
export function e164Beginnings(digits: string, country: string): string[] {
  const home = knownCountry(country);
  return [`+${digits}`, ...(home ? [`+${getCountryCallingCode(home)}${digits}`] : [])];
}

/** `+48600100101` → `+48 600 100 101`; what cannot be read stays as it is. */
export function displayNumber(raw: string, country: string): string {
  const read = readNumber(raw, country);
  return read.kind === 'withheld' ? '' : read.display;
}

/** A country whose numbers can be read; undefined for any other word. */
export function knownCountry(country: string): CountryCode | undefined {
  return isSupportedCountry(country) ? country : undefined;
}

/** `sip:0301234567@pbx.example;user=phone` → `0301234567`. */
function stripSip(raw: string): string {
  const address = raw.trim().match(/^<?(?:sips?|tel):([^@;>]*)/i);
  return (address?.[1] ?? raw).trim();
}
