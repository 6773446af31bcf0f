import type { SignedInUser } from '../auth/signed-in-user.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';
import type { PointOfSaleLoad } from './types.ts';

const MAX_POINTS = 500;

/** Every point of sale with how many open deliveries it carries now. */
export async function listPointsOfSale(): Promise<PointOfSaleLoad[]> {
  const [points, open] = await Promise.all([
    db.pointOfSale.findMany({ select: { id: true, name: true, capacity: true }, orderBy: [{ name: 'asc' }], take: MAX_POINTS }),
    db.delivery.groupBy({ by: ['pointOfSaleId'], where: { status: { in: [...OPEN_STATUSES] } }, _count: { _all: true } }),
  ]);
  return points.map((point) => ({ ...point, openCount: open.find((each) => each.pointOfSaleId === point.id)?._count._all ?? 0 }));
}

type BoardViewer = Pick<SignedInUser, 'id' | 'role'>;

/** The board of a point of sale; a venue's user finds only their own. */
export function findBoard(viewer: BoardViewer, id: string): Promise<{ id: string; name: string } | null> {
  const seen: Prisma.PointOfSaleWhereInput = viewer.role === 'venue' ? { users: { some: { id: viewer.id } } } : {};
  return db.pointOfSale.findFirst({ select: { id: true, name: true }, where: { AND: [{ id }, seen] } });
}
