'use server';

import { type ActionResult, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { answerSetting } from './answer.ts';
import { AddNamed, ArchiveNamed, OrderNamed, RenameStage } from './schema.ts';
import { storeNewStage, storeStageArchived, storeStageName, storeStageOrder } from './stage-store.ts';

export async function addStage(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeNewStage(input.data, { userId: user.id, at: now() }));
}

export async function renameStage(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RenameStage.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeStageName(input.data, { userId: user.id, at: now() }));
}

export async function archiveStage(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ArchiveNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeStageArchived(input.data, { userId: user.id, at: now() }));
}

export async function orderStages(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OrderNamed.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'interest-settings:edit')) return refused('notAllowed');

  return answerSetting(await storeStageOrder(input.data, { userId: user.id, at: now() }));
}
