import { type CountryCode, getExampleNumber, Metadata, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import examples from 'libphonenumber-js/mobile/examples';
import type { NumberFault } from './types.ts';

/** A country that gives out numbers of more lengths than these has no length one could miss digits to. */
const MAX_LENGTHS = 6;

/** What is wrong with a number that no country gives out, so that one is told where to look. `country` is for one written without. */
export function numberFault(written: string, country: CountryCode | undefined): NumberFault {
  const number = parsePhoneNumberFromString(written, country);
  const home = number?.country ?? number?.getPossibleCountries()[0];
  if (!number || !home) return { kind: 'unreadable' };

  const digits = number.nationalNumber.length;
  const usual = getExampleNumber(home, examples)?.nationalNumber.length ?? digits;
  if (digits > usual) return { kind: 'tooLong' };
  if (digits < usual) return isOfManyLengths(home) ? { kind: 'tooShort' } : { kind: 'missingDigits', count: usual - digits };
  return { kind: 'unknown' };
}

function isOfManyLengths(country: CountryCode): boolean {
  const metadata = new Metadata();
  metadata.selectNumberingPlan(country);
  return (metadata.numberingPlan?.possibleLengths().length ?? 0) > MAX_LENGTHS;
}
