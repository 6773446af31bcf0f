import { z } from 'zod';
import { plainText } from '../plain-text.ts';

const Typed = z
  .string()
  .max(200)
  .transform((text) => plainText(text).trim());

/** Whom the page is asked about: a number in any notation, or a customer. What is not readable counts as not set. */
export const PersonAsked = z.object({
  number: Typed.optional().catch(undefined),
  customer: z.uuid().optional().catch(undefined),
});
export type PersonAsked = z.infer<typeof PersonAsked>;

const Scope = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('number'), e164: z.string().regex(/^\+\d{3,15}$/) }),
  z.object({ kind: z.literal('customer'), customerId: z.uuid() }),
]);

export const ErasePerson = z.object({
  scope: Scope,
  /** The number, or the name of one without, as the admin typed it once more. */
  typed: Typed,
});
