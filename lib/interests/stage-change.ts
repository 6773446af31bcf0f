import { z } from 'zod';
import { type InterestStage, STANDARD_STAGES } from './types.ts';

const StageName = z.object({ name: z.string(), standard: z.enum(STANDARD_STAGES).nullable() });

/** What an interaction `stage_change` keeps: the stages as they were called then, whatever becomes of them, and why. */
const StageChange = z.object({ from: StageName, to: StageName, reason: z.string() });
export type StageChange = z.infer<typeof StageChange>;

export function stageChange(from: InterestStage, to: InterestStage, reason: string): StageChange {
  return { from: nameOf(from), to: nameOf(to), reason };
}

/** Null where the details are of anything else. */
export function readStageChange(details: unknown): StageChange | null {
  return StageChange.safeParse(details).data ?? null;
}

function nameOf({ name, standard }: InterestStage): StageChange['from'] {
  return { name, standard };
}
