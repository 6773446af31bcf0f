'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { OfMessage, OfPointOfSale, SetTill } from '../points-of-sale/schema.ts';
import { wakeTills } from '../points-of-sale/wake-tills.ts';
import { storeResending, storeRotating, storeTest, storeTill } from './store.ts';

/** Answers with the secret where it was just made: it is shown this once. */
export async function setTill(raw: unknown): Promise<ActionResult<string | null>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SetTill.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  const outcome = await storeTill(input.data, { userId: user.id, at: now() });
  if (outcome.kind === 'notFound') return refused('notFound');
  revalidatePath('/admin/points-of-sale');
  return doneWith(outcome.secret);
}

/** Makes a new secret; the old one stays valid for a day, and so long it is impossible again. */
export async function rotateTillSecret(raw: unknown): Promise<ActionResult<string | null>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OfPointOfSale.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  const outcome = await storeRotating(input.data.pointOfSaleId, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'tooSoon':
      return refused('impossible');
    case 'stored':
      return doneWith(outcome.secret);
  }
}

export async function sendTillTest(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OfPointOfSale.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  if (!(await storeTest(input.data.pointOfSaleId, now()))) return refused('impossible');
  wakeTills();
  return done;
}

export async function resendTillMessage(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = OfMessage.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'point-of-sale:edit')) return refused('notAllowed');

  if (!(await storeResending(input.data.messageId, now()))) return refused('impossible');
  wakeTills();
  return done;
}
