'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, type Refused, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import type { AccountFault } from './account-rules.ts';
import { storePhone, storeRemovingAccount } from './account-store.ts';
import { findPhone } from './find-phone.ts';
import { RemoveAccount, SavePhone } from './schema.ts';

/** What a user calls with and their account at a PBX. Their open desks learn of it at once. */
export async function savePhone(raw: unknown): Promise<ActionResult> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = SavePhone.safeParse(raw);
  if (!input.success) return refusedIn('account', input.error);
  if (!may(admin, 'user:edit')) return refused('notAllowed');

  const outcome = await storePhone(input.data, { userId: admin.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'saved':
      await tellOwner(input.data.userId);
      return done;
    default:
      return atField(outcome);
  }
}

export async function removeAccount(raw: unknown): Promise<ActionResult> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = RemoveAccount.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(admin, 'user:edit')) return refused('notAllowed');

  if (!(await storeRemovingAccount(input.data, { userId: admin.id, at: now() }))) return refused('notFound');
  await tellOwner(input.data.userId);
  return done;
}

async function tellOwner(userId: string): Promise<void> {
  publish(`user:${userId}`, 'phone:changed', await findPhone(userId));
  revalidatePath('/admin/users');
}

/** What is taken is told with whose it is. */
function atField(fault: AccountFault): Refused {
  const { kind, ...values } = fault;
  const field = kind === 'loginTaken' ? 'login' : 'extension';
  return { ...refused('invalid'), fields: { [field]: kind }, values };
}
