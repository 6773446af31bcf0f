import { z } from 'zod';

const MAX_TEXT_CHARACTERS = 100;

/** Whose call is to be given away, and what was typed of whom to. */
export const AskTargets = z.object({ call: z.uuid(), text: z.string().max(MAX_TEXT_CHARACTERS).default('') });
