import { z } from 'zod';
import { MAX_CHARACTERS } from '../deliveries/limits.ts';
import { plainText } from '../plain-text.ts';
import { SearchText, TypedSearch } from '../search-text.ts';
import { MAX_CUSTOMER_CHARACTERS } from './limits.ts';
import { CUSTOMER_CLASSES } from './types.ts';

const FIRST_BIRTH_YEAR = 1900;

function text(characters: number) {
  return z
    .string()
    .max(characters, 'tooLong')
    .transform((typed) => plainText(typed).trim());
}

const Name = text(MAX_CUSTOMER_CHARACTERS.name).refine((name) => name !== '', 'nameMissing');
/** A day as ISO 8601 writes it, or none. That it is not in the future is asked with the day at hand (`policy.ts`). */
const Birthday = z.iso
  .date('birthdayInvalid')
  .refine((day) => Number(day.slice(0, 4)) >= FIRST_BIRTH_YEAR, 'birthdayInvalid')
  .nullable();

export const CustomerDetails = z.object({
  name: Name,
  company: text(MAX_CUSTOMER_CHARACTERS.company),
  class: z.enum(CUSTOMER_CLASSES),
  note: text(MAX_CUSTOMER_CHARACTERS.note),
  birthday: Birthday,
  source: text(MAX_CUSTOMER_CHARACTERS.source),
});
/** What a person says about a customer; no company is the empty text. */
export type CustomerDetails = z.infer<typeof CustomerDetails>;

const Phone = z.string().max(MAX_CHARACTERS.phone, 'tooLong').transform(plainText);

export const CreateCustomer = z.object({
  /** Made by the browser, so that a repeated save is the same customer. */
  customerId: z.uuid(),
  details: CustomerDetails,
  /** Theirs, as it was typed or came with the call; empty where there is none. */
  phone: Phone,
  /** The number has an owner already, and the operator says that it is both of theirs. */
  isShared: z.boolean().default(false),
});
export type CreateCustomer = z.infer<typeof CreateCustomer>;

export const ChangeCustomer = z.object({
  customerId: z.uuid(),
  /** What the browser showed, so that nothing a colleague changed meanwhile is overwritten. */
  from: CustomerDetails.partial(),
  /** Only what was changed. */
  to: CustomerDetails.partial(),
});
export type ChangeCustomer = z.infer<typeof ChangeCustomer>;

export const AddNumber = z.object({ customerId: z.uuid(), phone: Phone, isShared: z.boolean().default(false) });
export type AddNumber = z.infer<typeof AddNumber>;

export const NumberOfCustomer = z.object({ customerId: z.uuid(), e164: z.string().regex(/^\+\d{3,15}$/) });
export type NumberOfCustomer = z.infer<typeof NumberOfCustomer>;

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
