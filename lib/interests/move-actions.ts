'use server';

import { type ActionResult, doneWith, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { announceInterest } from './announce.ts';
import { MoveInterest } from './move-schema.ts';
import { type MoveOutcome, storeMove } from './move-store.ts';
import type { InterestStage } from './types.ts';

/** A colleague was faster: where it is by now, and who moved it. */
export type RefusedMoved = Refused & { stage: InterestStage; by: string | null };

export async function moveInterest(raw: unknown): Promise<ActionResult<{ version: number }> | RefusedMoved> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MoveInterest.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest:edit')) return refused('notAllowed');

  const outcome = await storeMove(input.data, { userId: user.id, at: now() });
  if (outcome.kind === 'moved') announceInterest(input.data.interestId, outcome.version, user.id);
  return answer(outcome);
}

function answer(outcome: MoveOutcome): ActionResult<{ version: number }> | RefusedMoved {
  switch (outcome.kind) {
    case 'moved':
    case 'done':
      return doneWith({ version: outcome.version });
    case 'notFound':
      return refused('notFound');
    case 'reasonMissing':
      return { ...refused('invalid'), fields: { reason: 'reasonMissing' } };
    case 'stageGone':
      return { ...refused('impossible'), fields: { stage: 'stageGone' } };
    case 'movedMeanwhile':
      return { ...refused('changedMeanwhile'), stage: outcome.stage, by: outcome.by };
  }
}
