import { z } from 'zod';
import { plainText } from './plain-text.ts';
import { MAX_SEARCH_CHARACTERS } from './search-limit.ts';

/** What a list is searched for, as the URL carries it. What is not readable counts as not set. */
export const SearchText = z
  .string()
  .transform((typed) => plainText(typed).trim().slice(0, MAX_SEARCH_CHARACTERS) || undefined)
  .optional()
  .catch(undefined);

/** What is searched for while it is typed. */
export const TypedSearch = z.string().max(MAX_SEARCH_CHARACTERS, 'tooLong').transform(plainText);
