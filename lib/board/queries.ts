import { z } from 'zod';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { toCard } from './card.ts';
import { BOARD_STATUSES, type Board, type BoardCard, type BoardStatus } from './types.ts';

const MAX_CARDS = 200;
/** One that nobody looked at for so long belongs to another shift. */
const GONE_FOR_MS = 12 * 3_600_000;

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
  sentToId: true,
  goneFromStatus: true,
  goneAt: true,
  sentTo: { select: { name: true } },
  events: {
    select: { type: true, at: true, details: true },
    where: { type: { in: [...BOARD_STATUSES, 'cancelled'] } },
    orderBy: { id: 'desc' },
  },
} satisfies Prisma.DeliverySelect;

/** Everything on the board of a point of sale now; null where there is no such point. Who may see it: `findBoard`. */
export async function readBoard(id: string, now: Date): Promise<Board | null> {
  const [point, rows] = await Promise.all([
    db.pointOfSale.findUnique({ select: { id: true, name: true, capacity: true, ordersStoppedAt: true }, where: { id } }),
    db.delivery.findMany({
      select: cardSelect,
      where: {
        OR: [
          { sentToId: id, status: { in: [...BOARD_STATUSES] } },
          { goneFromId: id, goneAt: { gte: new Date(now.getTime() - GONE_FOR_MS) } },
        ],
      },
      orderBy: [{ wantedAt: 'asc' }, { id: 'asc' }],
      take: MAX_CARDS,
    }),
  ]);
  if (!point) return null;

  return {
    now: now.toISOString(),
    pointOfSale: { ...point, ordersStoppedAt: point.ordersStoppedAt?.toISOString() ?? null },
    cards: rows.flatMap((row) => (row.sentToId === id && isOnBoard(row) ? [toCard(row)] : goneCard(row))),
  };
}

type StoredRow = Prisma.DeliveryGetPayload<{ select: typeof cardSelect }>;

/** One that the desk cancelled or sent elsewhere, in the column where it was. */
function goneCard(row: StoredRow): BoardCard[] {
  const status = BOARD_STATUSES.find((each) => each === row.goneFromStatus);
  if (!status) return [];

  const details = CancelDetails.parse(row.events.find(({ type }) => type === 'cancelled')?.details);
  const gone: BoardCard['gone'] =
    row.status === 'cancelled' ? { kind: 'cancelled', reason: details.reason } : { kind: 'moved', to: row.sentTo?.name ?? '' };
  const since = (row.goneAt ?? row.updatedAt).toISOString();
  return [{ ...toCard({ ...row, status }), gone, since, changes: null, problemReason: null }];
}

const CancelDetails = z.object({ reason: z.string() }).catch({ reason: '' });

function isOnBoard<Row extends { status: string }>(row: Row): row is Row & { status: BoardStatus } {
  return BOARD_STATUSES.some((status) => status === row.status);
}
