import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { toCard } from './card.ts';
import { BOARD_STATUSES, type Board, type BoardStatus } from './types.ts';

const MAX_CARDS = 200;

const cardSelect = {
  id: true,
  number: true,
  status: true,
  fulfilment: true,
  wantedAt: true,
  promisedAt: true,
  problemReason: true,
  sentContent: true,
  seenContent: true,
  sentRevision: true,
  seenRevision: true,
  sentAt: true,
  updatedAt: true,
  customer: { select: { class: true } },
  driver: { select: { name: true } },
  events: { select: { type: true, at: true }, where: { type: { in: [...BOARD_STATUSES] } }, orderBy: { id: 'desc' } },
} satisfies Prisma.DeliverySelect;

/** Everything on the board of a point of sale now; null where there is no such point. Who may see it: `findBoard`. */
export async function readBoard(id: string, now: Date): Promise<Board | null> {
  const [point, rows] = await Promise.all([
    db.pointOfSale.findUnique({ select: { id: true, name: true, capacity: true, ordersStoppedAt: true }, where: { id } }),
    db.delivery.findMany({
      select: cardSelect,
      where: { sentToId: id, status: { in: [...BOARD_STATUSES] } },
      orderBy: [{ wantedAt: 'asc' }, { id: 'asc' }],
      take: MAX_CARDS,
    }),
  ]);
  if (!point) return null;

  return {
    now: now.toISOString(),
    pointOfSale: { ...point, ordersStoppedAt: point.ordersStoppedAt?.toISOString() ?? null },
    cards: rows.flatMap((row) => (isOnBoard(row) ? [toCard(row)] : [])),
  };
}

function isOnBoard<Row extends { status: string }>(row: Row): row is Row & { status: BoardStatus } {
  return BOARD_STATUSES.some((status) => status === row.status);
}
