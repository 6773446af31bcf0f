import { z } from 'zod';
import { plainText } from './plain-text.ts';

/** What somebody typed into a field of one line, without the spaces around it; `tooLong` where it is. */
export function typedText(characters: number) {
  return z
    .string()
    .max(characters, 'tooLong')
    .transform((typed) => plainText(typed).trim());
}
