import { z } from 'zod';
import { MAX_FIELD_CHARACTERS } from '../customer-fields/types.ts';
import { plainText } from '../plain-text.ts';
import { SearchText, TypedSearch } from '../search-text.ts';
import { typedText } from '../typed-text.ts';
import { FIRST_BIRTH_YEAR, MAX_CUSTOMER_CHARACTERS } from './limits.ts';
import { Phone } from './number-schema.ts';
import { CUSTOMER_CLASSES } from './types.ts';

const Name = typedText(MAX_CUSTOMER_CHARACTERS.name).refine((name) => name !== '', 'nameMissing');
/** A day as ISO 8601 writes it, or none. That it is not in the future is asked with the day at hand (`policy.ts`). */
const Birthday = z.iso
  .date('birthdayInvalid')
  .refine((day) => Number(day.slice(0, 4)) >= FIRST_BIRTH_YEAR, 'birthdayInvalid')
  .nullable();

export const CustomerDetails = z.object({
  name: Name,
  company: typedText(MAX_CUSTOMER_CHARACTERS.company),
  class: z.enum(CUSTOMER_CLASSES),
  note: typedText(MAX_CUSTOMER_CHARACTERS.note),
  birthday: Birthday,
  source: typedText(MAX_CUSTOMER_CHARACTERS.source),
});
/** What a person says about a customer; no company is the empty text. */
export type CustomerDetails = z.infer<typeof CustomerDetails>;

export const CreateCustomer = z.object({
  /** Made by the browser, so that a repeated save is the same customer. */
  customerId: z.uuid(),
  details: CustomerDetails,
  /** Theirs, as it was typed or came with the call; empty where there is none. */
  phone: Phone,
  /** The number has an owner already, and the operator says that it is both of theirs. */
  isShared: z.boolean().default(false),
  /** Where they are, as far as they said; their addresses come with what they order. */
  city: typedText(MAX_CUSTOMER_CHARACTERS.city).default(''),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

/** Beyond what is asked while they are on the line: where they are, and the organisation's own fields. */
const CardDetails = CustomerDetails.extend({
  city: typedText(MAX_CUSTOMER_CHARACTERS.city),
  country: typedText(MAX_CUSTOMER_CHARACTERS.country),
  /** Who looks after them: offered first where a call of theirs is transferred (S3.4). */
  managerId: z.uuid().nullable(),
  /** By the id of the field; what each may be is asked with the field at hand (`store.ts`). */
  extra: z.record(z.uuid(), z.union([z.string().max(MAX_FIELD_CHARACTERS.text, 'tooLong'), z.number(), z.boolean(), z.null()])),
});
/** What a person says about a customer on their card; no company, no city is the empty text. */
export type CardDetails = z.infer<typeof CardDetails>;

export const ChangeCustomer = z.object({
  customerId: z.uuid(),
  /** What the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
  from: CardDetails.partial(),
  /** Only what was changed; of the own fields only those that were. */
  to: CardDetails.partial(),
});
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;

export const CustomerId = z.uuid();
export const FindCustomers = z.object({ text: TypedSearch });

/** The last row of the page before: `<id>_<name>`. */
const PageKey = z
  .string()
  .max(400)
  .transform((key) => ({ id: key.slice(0, 36), name: plainText(key.slice(37)) }))
  .pipe(z.object({ id: z.uuid(), name: z.string() }));

/** The search of the list as the URL carries it. What is not readable counts as not set. */
export const CustomerFilter = z.object({
  text: SearchText,
  /** Everybody when unset. */
  class: z.enum(CUSTOMER_CLASSES).optional().catch(undefined),
  after: PageKey.optional().catch(undefined),
});
export type CustomerFilter = z.infer<typeof CustomerFilter>;

/** What somebody was looked for by who turned out to be new. */
export const NewCustomerParams = z.object({ name: SearchText, phone: SearchText });

export function pageKey({ id, name }: { id: string; name: string }): string {
  return `${id}_${name}`;
}
