import { db } from '../db/client.ts';
import { isOpenAt, readOpeningHours } from '../opening-hours.ts';
import { KITCHEN_STATUSES } from './kitchen.ts';
import type { PointOfSaleSettings } from './schema.ts';
import { type TillState, tillFacts, tillStateOf } from './till-state.ts';

const MAX_POINTS = 500;

export type PointOfSaleRow = {
  id: string;
  name: string;
  address: string;
  capacity: number;
  openCount: number;
  isOpen: boolean;
  isStopped: boolean;
  isArchived: boolean;
  till: TillState;
};

/** Every point of sale for those who set them up: in business first, then by name. */
export async function listForAdmin(now: Date, timeZone: string): Promise<PointOfSaleRow[]> {
  const [points, carried] = await Promise.all([
    db.pointOfSale.findMany({
      select: {
        id: true,
        name: true,
        address: true,
        capacity: true,
        openingHours: true,
        ordersStoppedAt: true,
        archivedAt: true,
        webhook: { select: tillFacts },
      },
      orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
      take: MAX_POINTS,
    }),
    db.delivery.groupBy({ by: ['sentToId'], where: { status: { in: [...KITCHEN_STATUSES] } }, _count: { _all: true } }),
  ]);

  return points.map(({ openingHours, ordersStoppedAt, archivedAt, webhook, ...point }) => ({
    ...point,
    openCount: carried.find(({ sentToId }) => sentToId === point.id)?._count._all ?? 0,
    isOpen: isOpenAt(readOpeningHours(openingHours), now, timeZone),
    isStopped: ordersStoppedAt !== null,
    isArchived: archivedAt !== null,
    till: tillStateOf(webhook),
  }));
}

export type PointOfSaleCard = PointOfSaleSettings & { id: string; isStopped: boolean; isArchived: boolean };

export async function findForAdmin(id: string): Promise<PointOfSaleCard | null> {
  const row = await db.pointOfSale.findUnique({
    select: {
      id: true,
      name: true,
      address: true,
      phone: true,
      capacity: true,
      openingHours: true,
      pickUpMinutes: true,
      allowsAnonymousPickUp: true,
      showsLoad: true,
      ordersStoppedAt: true,
      archivedAt: true,
    },
    where: { id },
  });
  if (!row) return null;

  const { openingHours, ordersStoppedAt, archivedAt, ...settings } = row;
  const hours = readOpeningHours(openingHours);
  return { ...settings, openingHours: hours, isStopped: ordersStoppedAt !== null, isArchived: archivedAt !== null };
}
