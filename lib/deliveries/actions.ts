'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, type Refused, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { callViewer } from '../calls/visible-calls.ts';
import { now } from '../clock.ts';
import { organisation } from '../organisation/queries.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { wakeTills } from '../points-of-sale/wake-tills.ts';
import { publish } from '../realtime/publish.ts';
import { storeCancelling } from './cancel.ts';
import { type DeliveryView, findDelivery } from './delivery-queries.ts';
import type { SendProblem } from './policy.ts';
import { CancelDelivery, DeliveryId, SaveDelivery, SendDelivery } from './schema.ts';
import { storeSending } from './send.ts';
import { storeContent } from './store.ts';
import type { SavedDelivery } from './types.ts';

/** A colleague saved other values meanwhile: nothing was stored, and here is what stands now. */
export type RefusedByConflict = Refused & { theirs: SavedDelivery };
export type SaveResult = ActionResult<SavedDelivery> | RefusedByConflict;
export type SendResult = ActionResult<SavedDelivery> | RefusedByConflict | (Refused & { problems: SendProblem[] });

/** Saves a draft, or an edit of a delivery under way. No page is revalidated: the editor holds what it saved, lists hear of it. */
export async function saveDelivery(raw: unknown): Promise<SaveResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SaveDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  const { deliveryId } = input.data;
  const outcome = await storeContent(input.data, { ...callViewer(user), country: await numberCountry(), at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'closed':
      return refused('unavailable');
    case 'productUnknown':
    case 'totalTooLarge':
    case 'lineElsewhere':
      return { ...refused('invalid'), fields: { lines: outcome.kind } };
    case 'conflict':
      return { ...refused('conflict'), theirs: outcome.theirs };
    case 'saved':
      if (outcome.isChanged) {
        publish('deliveries', 'delivery:changed', { deliveryId, version: outcome.saved.version, byId: user.id });
      }
      return doneWith(outcome.saved);
  }
}

/** Hands the delivery to its point of sale, for the first time or with what changed since (S0.15). */
export async function sendDelivery(raw: unknown): Promise<SendResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SendDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  const { deliveryId } = input.data;
  const { timeZone } = await organisation();
  const outcome = await storeSending(input.data, { userId: user.id, at: now(), timeZone });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'closed':
      return refused('unavailable');
    case 'incomplete':
      return { ...refused('invalid'), problems: outcome.problems };
    case 'conflict':
      return { ...refused('conflict'), theirs: outcome.theirs };
    case 'sent':
      if (outcome.hearers.length > 0) {
        publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.saved.version, byId: user.id });
        wakeTills();
        revalidatePath('/deliveries');
      }
      return doneWith(outcome.saved);
  }
}

/** Discards a draft, or cancels a delivery that a point of sale knows of. */
export async function cancelDelivery(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = CancelDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  const { deliveryId } = input.data;
  const outcome = await storeCancelling(input.data, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'closed':
      return refused('unavailable');
    case 'reasonMissing':
      return { ...refused('invalid'), fields: { reason: 'reasonMissing' } };
    case 'cancelled':
      publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.version, byId: user.id });
      wakeTills();
      revalidatePath('/deliveries');
      return done;
  }
}

/** The delivery as it stands now and the calls about it that one may see, for a screen that heard of a colleague's save. */
export async function readDelivery(raw: unknown): Promise<ActionResult<DeliveryView>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const id = DeliveryId.safeParse(raw);
  if (!id.success) return refused('invalid', id.error);

  const view = may(user, 'delivery:read') ? await findDelivery(id.data, callViewer(user)) : null;
  return view ? doneWith(view) : refused('notFound');
}
