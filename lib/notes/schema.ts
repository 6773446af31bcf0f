import { z } from 'zod';
import { CreatedKey } from '../page.ts';
import { plainText } from '../plain-text.ts';
import { MAX_NOTE_CHARACTERS } from './limits.ts';

export const NoteText = z
  .string()
  .transform((typed) => plainText(typed).trim())
  .pipe(z.string().min(1, 'noteEmpty').max(MAX_NOTE_CHARACTERS, 'tooLong'));

export const CreateNote = z
  .object({
    /** Made by the browser, so that a repeated save is the same note. */
    noteId: z.uuid(),
    text: NoteText,
    /** Whom it is about; of a note on a call, whom the operator chose, or null to take the one customer who has the number. */
    customerId: z.uuid().nullable(),
    /** The call it was written in. */
    callId: z.uuid().nullable(),
  })
  .refine(({ customerId, callId }) => customerId !== null || callId !== null);
export type CreateNote = z.infer<typeof CreateNote>;

export const NoteId = z.uuid();
export const MoreNotes = z.object({ customerId: z.uuid(), after: CreatedKey });
