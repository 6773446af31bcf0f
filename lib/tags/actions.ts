'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { DeleteTag, RenameTag } from './schema.ts';
import { deleteTag, renameTag, type TagOutcome } from './store.ts';

export async function changeTagName(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RenameTag.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');
  return answer(await renameTag(input.data.tagId, input.data.name, user.id));
}

export async function removeTagForGood(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = DeleteTag.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call-settings:edit')) return refused('notAllowed');
  return answer(await deleteTag(input.data.tagId, user.id));
}

function answer(outcome: TagOutcome): ActionResult {
  if (outcome === 'notFound') return refused('notFound');
  if (outcome === 'taken') return { ok: false, reason: 'invalid', fields: { name: 'nameTaken' } };
  revalidatePath('/admin/calls');
  return done;
}
