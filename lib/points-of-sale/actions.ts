'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, type Refused, refused, refusedIn } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import { ArchivePointOfSale, ChangePointOfSale, PointOfSaleSettings } from './schema.ts';
import { storeAdding, storeArchiving, storeChanging } from './store.ts';

const nameTaken: Refused = { ...refused('invalid'), fields: { name: 'nameTaken' } };

/** Answers with the id of the new point of sale. */
export async function addPointOfSale(raw: unknown): Promise<ActionResult<string>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = PointOfSaleSettings.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  const outcome = await storeAdding(input.data, { userId: user.id, at: now() });
  if (outcome.kind === 'nameTaken') return nameTaken;
  tellOfChange(outcome.id);
  return doneWith(outcome.id);
}

export async function changePointOfSale(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ChangePointOfSale.safeParse(raw);
  if (!input.success) return refusedIn('changes', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  const { pointOfSaleId, changes } = input.data;
  const outcome = await storeChanging(pointOfSaleId, changes, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'nameTaken':
      return nameTaken;
    case 'changed':
      tellOfChange(pointOfSaleId);
      return done;
  }
}

/** Takes a point of sale out of business, or back. */
export async function archivePointOfSale(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ArchivePointOfSale.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  const { pointOfSaleId, isArchived } = input.data;
  if (await storeArchiving(pointOfSaleId, isArchived, { userId: user.id, at: now() })) tellOfChange(pointOfSaleId);
  return done;
}

function tellOfChange(pointOfSaleId: string): void {
  publish(['deliveries', `point-of-sale:${pointOfSaleId}`], 'point-of-sale:changed', { pointOfSaleId });
  revalidatePath('/admin/points-of-sale');
}
