import { z } from 'zod';
import { typedText } from '../typed-text.ts';
import { MAX_CONTACT_CHARACTERS, MAX_NUMBERS } from './limits.ts';
import { E164 } from './number-schema.ts';

export const ContactDetails = z.object({
  name: typedText(MAX_CONTACT_CHARACTERS.name).refine((name) => name !== '', 'nameMissing'),
  position: typedText(MAX_CONTACT_CHARACTERS.position),
});
export type ContactDetails = z.infer<typeof ContactDetails>;

export const AddContact = z.object({
  customerId: z.uuid(),
  /** Made by the browser: a repeated save, or one that takes a removal back, is the same person. */
  contactId: z.uuid(),
  details: ContactDetails,
  /** Which of the customer's numbers are theirs. */
  numbers: z.array(E164).max(MAX_NUMBERS).default([]),
});
export type AddContact = z.infer<typeof AddContact>;

export const ChangeContact = z.object({
  customerId: z.uuid(),
  contactId: z.uuid(),
  /** What the browser showed, letter by letter, so that nothing a colleague changed meanwhile is overwritten. */
  from: z.object({ name: z.string().max(4_000), position: z.string().max(4_000) }),
  to: ContactDetails,
});
export type ChangeContact = z.infer<typeof ChangeContact>;

export const RemoveContact = z.object({ customerId: z.uuid(), contactId: z.uuid() });
export type RemoveContact = z.infer<typeof RemoveContact>;
