'use server';

import { type ActionResult, done, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { saveDelivery, saveQuality } from './own-calls.ts';
import { DialledFromDelivery, MeasuredCall } from './schema.ts';

/** Keeps how a call of one's own sounded. */
export async function keepCallQuality(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = MeasuredCall.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  return (await saveQuality(input.data, user.id, now())) ? done : refused('notFound');
}

/** Ties a call that one dialled in the browser to the delivery it was dialled from. */
export async function tieCallToDelivery(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = DialledFromDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'call:handle')) return refused('notAllowed');

  return (await saveDelivery(input.data, user.id)) ? done : refused('notFound');
}
