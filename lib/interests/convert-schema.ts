import { z } from 'zod';
import { MAX_CUSTOMER_CHARACTERS } from '../customers/limits.ts';
import { Phone } from '../customers/number-schema.ts';
import { typedText } from '../typed-text.ts';

export const ConvertPotential = z.object({
  interestId: z.uuid(),
  /** Theirs, as it was kept or corrected; empty where there is none. */
  phone: Phone,
  to: z.discriminatedUnion('kind', [
    z.object({
      kind: z.literal('new'),
      /** Made by the browser, so that a repeated save is the same customer. */
      customerId: z.uuid(),
      name: typedText(MAX_CUSTOMER_CHARACTERS.name).refine((name) => name !== '', 'nameMissing'),
      company: typedText(MAX_CUSTOMER_CHARACTERS.company),
      /** Somebody has the number already, and it is both of theirs. */
      isShared: z.boolean(),
    }),
    /** They are a customer already. */
    z.object({ kind: z.literal('known'), customerId: z.uuid() }),
  ]),
});
export type ConvertPotential = z.infer<typeof ConvertPotential>;
