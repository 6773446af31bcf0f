import { z } from 'zod';
import { typedText } from '../typed-text.ts';
import { MAX_INTEREST_CHARACTERS } from './limits.ts';

export const MoveInterest = z.object({
  interestId: z.uuid(),
  /** Made by the browser, once for each move: one that is sent again is the same. */
  moveId: z.uuid(),
  /** Where it was seen: who was faster and moved it elsewhere is not overruled. */
  fromStageId: z.uuid(),
  toStageId: z.uuid(),
  reason: typedText(MAX_INTEREST_CHARACTERS.reason).default(''),
});
export type MoveInterest = z.infer<typeof MoveInterest>;
