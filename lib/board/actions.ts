'use server';

import { revalidatePath } from 'next/cache';
import { z } from 'zod';
import { type ActionResult, done, refused } from '../action-result.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { PointOfSaleId } from '../points-of-sale/types.ts';
import { publish } from '../realtime/publish.ts';
import { ownBoard } from './acts.ts';
import { storeTakingOrders } from './taking-orders.ts';

const SetTakingOrders = z.object({ pointOfSaleId: PointOfSaleId, isTaking: z.boolean() });

/** A kitchen that cannot keep up takes no new orders for a while; operators see it at once. */
export async function setTakingOrders(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = SetTakingOrders.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);

  const pointOfSaleId = await ownBoard(user, input.data.pointOfSaleId);
  if (!pointOfSaleId) return refused('notFound');

  if (await storeTakingOrders(pointOfSaleId, input.data.isTaking, { userId: user.id, at: now() })) {
    publish(['deliveries', `point-of-sale:${pointOfSaleId}`], 'point-of-sale:changed', { pointOfSaleId });
    revalidatePath('/deliveries');
  }
  return done;
}
