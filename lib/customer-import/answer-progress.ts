import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { findProgress, type Progress } from './queries.ts';
import { ImportId } from './settings.ts';

/** How far an import is. */
export async function answerProgress(user: SignedInUser | null, rawId: string): Promise<ActionResult<Progress>> {
  if (!user) return refused('signedOut');
  const importId = ImportId.safeParse(rawId);
  const progress = importId.success && may(user, 'customer:import') ? await findProgress(importId.data) : null;
  return progress ? doneWith(progress) : refused('notFound');
}
