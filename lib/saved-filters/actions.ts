'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { DeleteFilter, RenameFilter, SaveFilter } from './schema.ts';
import { dropFilter, storeFilter, storeFilterName } from './store.ts';
import { FILTERED_LISTS } from './types.ts';

export async function saveFilter(raw: unknown): Promise<ActionResult<{ filterId: string }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveFilter.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, input.data.list === '/interests' ? 'interest:read' : 'delivery:read')) return refused('notAllowed');

  const outcome = await storeFilter(input.data, user.id);
  if (outcome.kind !== 'saved') return { ...refused('invalid'), fields: { name: outcome.kind } };

  revalidatePath(input.data.list);
  return doneWith({ filterId: outcome.filterId });
}

export async function renameFilter(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = RenameFilter.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'desk:use')) return refused('notAllowed');

  const outcome = await storeFilterName(input.data, user.id);
  if (outcome === 'notFound') return refused('notFound');
  if (outcome === 'nameTaken') return { ...refused('invalid'), fields: { name: outcome } };

  for (const list of FILTERED_LISTS) revalidatePath(list);
  return done;
}

export async function deleteFilter(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = DeleteFilter.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'desk:use')) return refused('notAllowed');
  if (!(await dropFilter(input.data.filterId, user.id))) return refused('notFound');

  for (const list of FILTERED_LISTS) revalidatePath(list);
  return done;
}
