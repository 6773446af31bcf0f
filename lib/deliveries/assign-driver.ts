import type { Actor } from '../actor.ts';
import { db } from '../db/client.ts';
import type { Room } from '../realtime/events.ts';
import { hearersOf } from './hearers.ts';
import { isEditable } from './policy.ts';
import type { AssignDriver } from './schema.ts';

export type AssignOutcome =
  | { kind: 'assigned'; version: number; driverIds: string[]; hearers: Room[] }
  | { kind: 'closed' | 'notFound' | 'driverUnknown' };

/** Gives a delivery to a driver, or takes it away from them. Giving it again to the same one changes nothing. */
export function storeAssigning({ deliveryId, driverId }: AssignDriver, { userId, at }: Actor): Promise<AssignOutcome> {
  return db.$transaction(async (tx) => {
    await tx.$queryRaw`select 1 from "Delivery" where id = ${deliveryId}::uuid for update`;
    const row = await tx.delivery.findUnique({
      where: { id: deliveryId },
      select: { status: true, version: true, driverId: true, sentToId: true, driver: { select: { name: true } } },
    });
    if (!row) return { kind: 'notFound' };
    if (row.driverId === driverId) return { kind: 'assigned', version: row.version, driverIds: [], hearers: [] };
    if (!isEditable(row.status)) return { kind: 'closed' };

    const driver = driverId
      ? await tx.driver.findFirst({ where: { id: driverId, archivedAt: null }, select: { name: true } })
      : null;
    if (driverId && !driver) return { kind: 'driverUnknown' };

    const details = { driver: driver?.name ?? '', from: row.driver?.name ?? '' };
    await tx.deliveryEvent.create({
      data: { deliveryId, type: 'driver_assigned', at, byId: userId, details },
      select: { id: true },
    });
    const { version } = await tx.delivery.update({
      where: { id: deliveryId },
      data: { driverId, version: { increment: 1 }, updatedAt: at },
      select: { version: true },
    });
    const driverIds = [row.driverId, driverId].filter((id) => id !== null);
    return { kind: 'assigned', version, driverIds, hearers: hearersOf(row.sentToId) };
  });
}
