'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, type Refused, refused, refusedIn } from '../action-result.ts';
import { hashPassword } from '../auth/password.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { disableUser, replacePassword } from '../auth/sessions.ts';
import { now } from '../clock.ts';
import { AddUser, ChangeUser, SetDisabled, SetPassword } from './schema.ts';
import { storeAdding, storeChanging, storeEnabling } from './store.ts';

/** Answers with the id of the new user. */
export async function addUser(raw: unknown): Promise<ActionResult<string>> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = AddUser.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(admin, 'user:edit')) return refused('notAllowed');

  const { password, ...profile } = input.data;
  const outcome = await storeAdding(profile, await hashPassword(password), { userId: admin.id, at: now() });
  if (outcome.kind !== 'added') return atField(outcome.kind);
  revalidatePath('/admin/users');
  return doneWith(outcome.id);
}

export async function changeUser(raw: unknown): Promise<ActionResult> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = ChangeUser.safeParse(raw);
  if (!input.success) return refusedIn('changes', input.error);
  if (!may(admin, 'user:edit')) return refused('notAllowed');

  const { userId, changes } = input.data;
  // Who takes their own administration away would not get it back.
  if (userId === admin.id && changes.role && changes.role !== admin.role) return atField('ownRole');

  const outcome = await storeChanging(userId, changes, { userId: admin.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'changed':
      revalidatePath('/admin/users');
      return done;
    default:
      return atField(outcome.kind);
  }
}

/** Shuts a user out of every browser at once, or lets them sign in again. */
export async function setUserDisabled(raw: unknown): Promise<ActionResult> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = SetDisabled.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  const { userId, isDisabled } = input.data;
  if (!may(admin, 'user:edit') || userId === admin.id) return refused('notAllowed');

  const actor = { userId: admin.id, at: now() };
  const isChanged = isDisabled ? await disableUser(userId, admin.id) : await storeEnabling(userId, actor);
  revalidatePath('/admin/users');
  return isChanged ? done : refused('impossible');
}

/** Signs the user out everywhere: whoever knew the password before is to be out. */
export async function setUserPassword(raw: unknown): Promise<ActionResult> {
  const admin = await currentUser();
  if (!admin) return refused('signedOut');

  const input = SetPassword.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(admin, 'user:edit')) return refused('notAllowed');

  const { userId, password } = input.data;
  return (await replacePassword(userId, await hashPassword(password), admin.id)) ? done : refused('notFound');
}

const FIELDS = { emailTaken: 'email', pointOfSaleMissing: 'pointOfSaleId', lastAdmin: 'role', ownRole: 'role' } as const;

function atField(fault: keyof typeof FIELDS): Refused {
  return { ...refused('invalid'), fields: { [FIELDS[fault]]: fault } };
}
