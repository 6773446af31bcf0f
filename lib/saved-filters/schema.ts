import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { MAX_SAVED_NAME } from './limits.ts';
import { FILTERED_LISTS } from './types.ts';

const MAX_QUERY_CHARACTERS = 1_000;

const name = z
  .string()
  .max(MAX_SAVED_NAME, 'nameTooLong')
  .transform((typed) => plainText(typed).trim().replace(/\s+/g, ' '))
  .refine((typed) => typed !== '', 'nameMissing');

export const SaveFilter = z.object({
  list: z.enum(FILTERED_LISTS),
  name,
  query: z.string().max(MAX_QUERY_CHARACTERS),
  /** Said by who saw that the name is taken: the filter under it is replaced. */
  isReplacing: z.boolean().default(false),
});
export type SaveFilter = z.infer<typeof SaveFilter>;

export const RenameFilter = z.object({ filterId: z.uuid(), name });
export type RenameFilter = z.infer<typeof RenameFilter>;

export const DeleteFilter = z.object({ filterId: z.uuid() });
