import { z } from 'zod';
import { MERGED_FIELDS } from './merge-types.ts';

const Pair = { keptId: z.uuid(), otherId: z.uuid() };

export const ComparePair = z.object(Pair).refine(({ keptId, otherId }) => keptId !== otherId);

const Field = z.union([z.enum(MERGED_FIELDS), z.templateLiteral(['extra.', z.uuid()])]);

export const MergeCustomers = z
  .object({
    ...Pair,
    /** Made by the browser, so that a repeated request is the same merge. */
    mergeId: z.uuid(),
    /** The states that were compared: when either is another by now, nothing is merged. */
    states: z.object({ kept: z.string().max(100), other: z.string().max(100) }),
    choices: z.partialRecord(Field, z.enum(['kept', 'other', 'both'])),
  })
  .refine(({ keptId, otherId }) => keptId !== otherId);
export type MergeCustomers = z.infer<typeof MergeCustomers>;

export const MergeId = z.uuid();
