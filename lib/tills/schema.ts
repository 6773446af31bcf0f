import { z } from 'zod';

const MAX_ACTS = 100;
/** Of the column: a larger one no delivery can have. */
const MAX_NUMBER = 2_147_483_647;

// Which delivery an act is about: by its id, or by the number that people say aloud. The rest is an `ActOnDelivery`.
const TillAct = z
  .looseObject({ act: z.string(), deliveryId: z.uuid().optional(), number: z.int().positive().max(MAX_NUMBER).optional() })
  .refine(({ deliveryId, number }) => (deliveryId === undefined) !== (number === undefined), 'Name either deliveryId or number.');
export type TillAct = z.infer<typeof TillAct>;

/** What a till posts: one act, or up to a hundred in the order in which they happened. */
export const TillActs = z.union([TillAct.transform((act) => [act]), z.array(TillAct).min(1).max(MAX_ACTS)]);
