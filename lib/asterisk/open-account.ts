import { type ActionResult, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import type { SignedInUser } from '../auth/signed-in-user.ts';
import { now } from '../clock.ts';
import type { SipAccount } from '../softphone/sip/sip-account.ts';
import { browserAccount } from './browser-account.ts';

/** What a page's phone asks for when it starts: its own user's account and nobody else's (R34), since nothing names another. */
export async function openAccount(user: Pick<SignedInUser, 'id' | 'role' | 'grants'> | null): Promise<ActionResult<SipAccount>> {
  if (!user) return refused('signedOut');
  if (!may(user, 'call:handle')) return refused('notAllowed');

  const account = await browserAccount(user.id, now());
  return account ? doneWith(account) : refused('notFound');
}
