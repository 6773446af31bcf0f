import { type CustomerSearch, readSearch } from '../customers/search.ts';
import { readNumber } from '../phone-number.ts';

/** What is typed, as each kind reads it: `1042` may be a delivery, an interest or a part of a phone number, `#1042` is no phone number. */
export type Meaning = { people: CustomerSearch; recordNumber: number | null; number: { e164: string; display: string } | null };

/** As many digits as the number of a delivery or an interest can have. */
const RECORD_NUMBER = /^#?\s*(\d{1,9})$/;

export function readMeaning(text: string, country: string): Meaning {
  const recordNumber = RECORD_NUMBER.exec(text)?.[1];
  const people = text.startsWith('#') ? ({ kind: 'nobody' } as const) : readSearch(text, country);
  const whole = people.kind === 'number' ? readNumber(text, country) : null;
  return {
    people,
    recordNumber: recordNumber === undefined ? null : Number(recordNumber),
    number: whole?.kind === 'number' ? { e164: whole.e164, display: whole.display } : null,
  };
}
