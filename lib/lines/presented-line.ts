import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { findInPool, type PoolLine, usualLine } from './number-pool.ts';

/** The line a call presents. One that is not the user's to present is refused, and so is any choice without the permission (S2.4a). */
export async function presentedLine(
  user: Pick<SignedInUser, 'id' | 'role' | 'grants'>,
  lineId: string | undefined,
): Promise<ActionResult<PoolLine | null>> {
  const mayChoose = may(user, 'call:choose-number');
  if (lineId === undefined) return doneWith(await usualLine(user.id, mayChoose));
  if (!mayChoose) return refused('notAllowed');

  const line = await findInPool(user.id, lineId);
  return line ? doneWith(line) : refused('notAllowed');
}
