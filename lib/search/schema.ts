import { z } from 'zod';
import { plainText } from '../plain-text.ts';
import { MAX_SEARCH_CHARACTERS } from '../search-limit.ts';

/** What is being typed. Somebody who pastes a page of text means its beginning. */
export const SearchParams = z.object({
  text: z.string().transform((typed) => plainText(typed).trim().slice(0, MAX_SEARCH_CHARACTERS)),
});
