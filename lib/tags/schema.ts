import { z } from 'zod';
import { typedText } from '../typed-text.ts';
import { MAX_TAG_CHARACTERS } from './limits.ts';

export const TagName = typedText(MAX_TAG_CHARACTERS)
  .transform((name) => name.replace(/\s+/g, ' '))
  .refine((name) => name !== '', 'nameMissing');

export const RenameTag = z.object({ tagId: z.uuid(), name: TagName });
export const DeleteTag = z.object({ tagId: z.uuid() });
