import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { findOwnCall, listTargets } from './queries.ts';
import { AskTargets } from './schema.ts';
import type { TransferTargets } from './types.ts';

/** To whom the user could give a call of theirs. */
export async function transferTargets(
  user: Pick<SignedInUser, 'id' | 'role' | 'grants'> | null,
  raw: unknown,
): Promise<ActionResult<TransferTargets>> {
  if (!user) return refused('signedOut');
  const input = AskTargets.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const call = await findOwnCall(input.data.call, user.id);
  if (!call) return refused('notFound');
  return doneWith(await listTargets(call, user.id, input.data.text));
}
