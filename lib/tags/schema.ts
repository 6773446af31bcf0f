import { typedText } from '../typed-text.ts';
import { MAX_TAG_CHARACTERS } from './limits.ts';

export const TagName = typedText(MAX_TAG_CHARACTERS)
  .transform((name) => name.replace(/\s+/g, ' '))
  .refine((name) => name !== '', 'nameMissing');
