'use server';

import { revalidatePath } from 'next/cache';
import { type ActionResult, done, doneWith, refused } from '../action-result.ts';
import { may } from '../auth/roles.ts';
import { currentUser } from '../auth/session.ts';
import { now } from '../clock.ts';
import { publish } from '../realtime/publish.ts';
import { storeAssigning } from './assign-driver.ts';
import { performAct } from './perform-act.ts';
import { ActOnDelivery, AssignDriver } from './schema.ts';
import type { DeliveryStatus } from './status.ts';

/** What the desk does after the kitchen, and the problem flag: on its way, delivered, undone (S0.16a). */
export async function actOnDelivery(raw: unknown): Promise<ActionResult<{ status: DeliveryStatus }>> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = ActOnDelivery.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  const { deliveryId } = input.data;
  const outcome = await performAct(input.data, { side: 'desk', userId: user.id, at: now(), pointOfSaleId: null });
  if (outcome.kind !== 'done') return refused(outcome.kind);

  if (outcome.hearers.length > 0) {
    publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.version, byId: user.id });
    revalidatePath('/deliveries');
  }
  return doneWith({ status: outcome.status });
}

/** Gives the delivery to a driver, or takes it away from them. */
export async function assignDriver(raw: unknown): Promise<ActionResult> {
  const user = await currentUser();
  if (!user) return refused('signedOut');

  const input = AssignDriver.safeParse(raw);
  if (!input.success) return refused('invalid', input.error);
  if (!may(user, 'delivery:edit')) return refused('notAllowed');

  const { deliveryId } = input.data;
  const outcome = await storeAssigning(input.data, { userId: user.id, at: now() });
  switch (outcome.kind) {
    case 'notFound':
      return refused('notFound');
    case 'closed':
      return refused('unavailable');
    case 'driverUnknown':
      return { ...refused('invalid'), fields: { driverId: 'driverUnknown' } };
    case 'assigned':
      if (outcome.hearers.length > 0) {
        publish(outcome.hearers, 'delivery:changed', { deliveryId, version: outcome.version, byId: user.id });
        for (const driverId of outcome.driverIds) publish('deliveries', 'driver:changed', { driverId });
        revalidatePath('/deliveries');
      }
      return done;
  }
}
