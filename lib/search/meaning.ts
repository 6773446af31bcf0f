import { type CustomerSearch, readSearch } from '../customers/search.ts';
import { readNumber } from '../phone-number.ts';

/** What is typed, as each kind reads it: `1042` may be a delivery or a part of a number, `#1042` is a delivery and nothing else. */
export type Meaning = { people: CustomerSearch; deliveryNumber: number | null; number: { e164: string; display: string } | null };

/** As many digits as a number of deliveries can have. */
const DELIVERY_NUMBER = /^#?\s*(\d{1,9})$/;

export function readMeaning(text: string, country: string): Meaning {
  const deliveryNumber = DELIVERY_NUMBER.exec(text)?.[1];
  const people = text.startsWith('#') ? ({ kind: 'nobody' } as const) : readSearch(text, country);
  const whole = people.kind === 'number' ? readNumber(text, country) : null;
  return {
    people,
    deliveryNumber: deliveryNumber === undefined ? null : Number(deliveryNumber),
    number: whole?.kind === 'number' ? { e164: whole.e164, display: whole.display } : null,
  };
}
