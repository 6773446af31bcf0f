import type { SignedInUser } from '../auth/signed-in-user.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { readOpeningHours } from '../opening-hours.ts';
import { KITCHEN_STATUSES } from './kitchen.ts';
import type { PointOfSaleFacts, PointOfSaleLoad } from './types.ts';

const MAX_POINTS = 500;

const factsSelect = {
  id: true,
  name: true,
  openingHours: true,
  ordersStoppedAt: true,
  allowsAnonymousPickUp: true,
  pickUpMinutes: true,
} satisfies Prisma.PointOfSaleSelect;

type FactsRow = Prisma.PointOfSaleGetPayload<{ select: typeof factsSelect }>;

/** Every point of sale in business with what its kitchen has in hand now, by name. */
export async function listPointsOfSale(): Promise<PointOfSaleLoad[]> {
  const [points, carried] = await Promise.all([
    db.pointOfSale.findMany({
      select: { ...factsSelect, capacity: true, showsLoad: true },
      where: { archivedAt: null },
      orderBy: [{ name: 'asc' }],
      take: MAX_POINTS,
    }),
    db.delivery.groupBy({ by: ['sentToId'], where: { status: { in: [...KITCHEN_STATUSES] } }, _count: { _all: true } }),
  ]);
  return points.map(({ capacity, showsLoad, ...row }) => ({
    ...toFacts(row),
    capacity,
    showsLoad,
    openCount: carried.find((each) => each.sentToId === row.id)?._count._all ?? 0,
  }));
}

/** What decides whether this point of sale can take an order; null for one that is gone or archived. */
export async function findPointFacts(
  tx: Pick<Prisma.TransactionClient, 'pointOfSale'>,
  id: string,
): Promise<PointOfSaleFacts | null> {
  const row = await tx.pointOfSale.findUnique({ select: { ...factsSelect, archivedAt: true }, where: { id } });
  return row && !row.archivedAt ? toFacts(row) : null;
}

function toFacts({ id, name, openingHours, ordersStoppedAt, allowsAnonymousPickUp, pickUpMinutes }: FactsRow): PointOfSaleFacts {
  const hours = readOpeningHours(openingHours);
  return { id, name, openingHours: hours, isStopped: ordersStoppedAt !== null, allowsAnonymousPickUp, pickUpMinutes };
}

type BoardViewer = Pick<SignedInUser, 'id' | 'role'>;

/** The board of a point of sale; a venue's user finds only their own. */
export function findBoard(viewer: BoardViewer, id: string): Promise<{ id: string; name: string } | null> {
  const seen: Prisma.PointOfSaleWhereInput = viewer.role === 'venue' ? { users: { some: { id: viewer.id } } } : {};
  return db.pointOfSale.findFirst({ select: { id: true, name: true }, where: { AND: [{ id }, seen] } });
}
