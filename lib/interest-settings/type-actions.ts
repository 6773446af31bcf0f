'use server';

import { type ActionResult, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { answerSetting } from './answer.ts';
import { AddNamed, ArchiveNamed, OrderNamed, RenameType } from './schema.ts';
import { storeNewType, storeTypeArchived, storeTypeName, storeTypeOrder } from './type-store.ts';

export async function addServiceType(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeNewType(input.data, { userId: user.id, at: now() }));
}

export async function renameServiceType(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RenameType.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeTypeName(input.data, { userId: user.id, at: now() }));
}

export async function archiveServiceType(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ArchiveNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeTypeArchived(input.data, { userId: user.id, at: now() }));
}

export async function orderServiceTypes(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OrderNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeTypeOrder(input.data, { userId: user.id, at: now() }));
}
