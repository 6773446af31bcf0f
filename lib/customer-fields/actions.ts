'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { AddField, ArchiveField, ChangeField, OrderFields } from './schema.ts';
import { type FieldOutcome, storeArchived, storeFieldChange, storeNewField, storeOrder } from './store.ts';

/** So many customers have a choice that would go: they keep it where the admin says so again. */
export type RefusedInUse = Refused & { inUse: number };

export async function addField(raw: unknown): Promise<ActionResult | RefusedInUse> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AddField.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer-field:edit')) return refused('notAllowed');

  return answer(await storeNewField(input.data, { userId: user.id }));
}

export async function changeField(raw: unknown): Promise<ActionResult | RefusedInUse> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangeField.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer-field:edit')) return refused('notAllowed');

  return answer(await storeFieldChange(input.data, { userId: user.id }));
}

export async function archiveField(raw: unknown): Promise<ActionResult | RefusedInUse> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ArchiveField.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer-field:edit')) return refused('notAllowed');

  return answer(await storeArchived(input.data, { userId: user.id }, now()));
}

export async function orderFields(raw: unknown): Promise<ActionResult | RefusedInUse> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OrderFields.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'customer-field:edit')) return refused('notAllowed');

  return answer(await storeOrder(input.data, { userId: user.id }));
}

function answer(outcome: FieldOutcome): ActionResult | RefusedInUse {
  switch (outcome.kind) {
    case 'stored':
      revalidatePath('/admin/customer-fields');
      return done;
    case 'inUse':
      return { ...refused('conflict'), inUse: outcome.count };
    case 'notFound':
    case 'changedMeanwhile':
      return refused(outcome.kind);
    case 'labelTaken':
      return { ...refused('invalid'), fields: { label: 'labelTaken' } };
    case 'tooMany':
      return { ...refused('invalid'), fields: { label: 'tooMany' } };
    case 'choicesMissing':
      return { ...refused('invalid'), fields: { choices: 'choicesMissing' } };
  }
}
