import { z } from 'zod';
import { MAX_CHARACTERS } from '../deliveries/limits.ts';
import { plainText } from '../plain-text.ts';

export const E164 = z.string().regex(/^\+\d{3,15}$/);
export const Phone = z.string().max(MAX_CHARACTERS.phone, 'tooLong').transform(plainText);

/** Who had the number when the operator decided: if it is somebody else by now, nothing is done. */
const Seen = { ownerIds: z.array(z.uuid()).min(1).max(20), ownerCount: z.number().int().positive() };

/** What an operator says of a number that somebody else has (S1.15a). */
export const NumberDecision = z.discriminatedUnion('kind', [
  /** Both have it: a family, an office. */
  z.object({ kind: z.literal('share'), ...Seen }),
  /** It is no more that one's. */
  z.object({ kind: z.literal('move'), ownerId: z.uuid(), ...Seen }),
  /** It was theirs a moment ago, whoever else has it: a removal is taken back. */
  z.object({ kind: z.literal('putBack'), contactId: z.uuid().nullable() }),
]);
export type NumberDecision = z.infer<typeof NumberDecision>;

export const AddNumber = z.object({ customerId: z.uuid(), phone: Phone, decision: NumberDecision.nullable().default(null) });
export type AddNumber = z.infer<typeof AddNumber>;

export const NumberOfCustomer = z.object({ customerId: z.uuid(), e164: E164 });
export type NumberOfCustomer = z.infer<typeof NumberOfCustomer>;

export const GiveNumber = NumberOfCustomer.extend({ contactId: z.uuid().nullable() });
export type GiveNumber = z.infer<typeof GiveNumber>;
