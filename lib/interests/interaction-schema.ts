import { z } from 'zod';
import { NoteText } from '../notes/schema.ts';
import { CreatedKey } from '../page.ts';

export const WriteInterestNote = z.object({
  /** Made by the browser, so that a repeated save is the same note. */
  noteId: z.uuid(),
  interestId: z.uuid(),
  text: NoteText,
  /** When it was written first, where a deletion is taken back. */
  writtenAt: z.iso.datetime().optional(),
});
export type WriteInterestNote = z.infer<typeof WriteInterestNote>;

export const InterestNoteId = z.object({ noteId: z.uuid(), interestId: z.uuid() });
export type InterestNoteId = z.infer<typeof InterestNoteId>;

export const MoreInteractions = z.object({ interestId: z.uuid(), after: CreatedKey });
