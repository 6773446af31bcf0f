import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { KITCHEN_STATUSES } from './kitchen.ts';
import { isOpenAt, readOpeningHours } from './opening-hours.ts';
import type { PointOfSaleSettings } from './schema.ts';

const MAX_POINTS = 500;
const MAX_MESSAGES = 50;
const MAX_ATTEMPTS = 10;

/** `unused`: it is switched on, and had nothing to hear yet. */
export type TillState = 'none' | 'off' | 'unused' | 'connected' | 'failing';

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

const tillFacts = {
  webhook: { select: { isEnabled: true } },
  messages: {
    select: { deliveredAt: true },
    where: { attemptCount: { gt: 0 } },
    orderBy: { createdAt: 'desc' },
    take: 1,
  },
} satisfies Prisma.PointOfSaleSelect;

/** Every point of sale for those who set them up: in business first, then by name. */
export async function listForAdmin(now: Date, timeZone: string): Promise<PointOfSaleRow[]> {
  const [points, carried] = await Promise.all([
    db.pointOfSale.findMany({
      select: {
        ...tillFacts,
        id: true,
        name: true,
        address: true,
        capacity: true,
        openingHours: true,
        ordersStoppedAt: true,
        archivedAt: true,
      },
      orderBy: [{ archivedAt: { sort: 'desc', nulls: 'first' } }, { name: 'asc' }],
      take: MAX_POINTS,
    }),
    db.delivery.groupBy({ by: ['sentToId'], where: { status: { in: [...KITCHEN_STATUSES] } }, _count: { _all: true } }),
  ]);

  return points.map(({ openingHours, ordersStoppedAt, archivedAt, webhook, messages, ...point }) => ({
    ...point,
    openCount: carried.find(({ sentToId }) => sentToId === point.id)?._count._all ?? 0,
    isOpen: isOpenAt(readOpeningHours(openingHours), now, timeZone),
    isStopped: ordersStoppedAt !== null,
    isArchived: archivedAt !== null,
    till: tillStateOf(webhook, messages[0]),
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

const messageSelect = {
  id: true,
  type: true,
  deliveryId: true,
  createdAt: true,
  nextAttemptAt: true,
  deliveredAt: true,
  failedAt: true,
  attempts: {
    select: { id: true, at: true, durationMs: true, status: true, error: true, answer: true },
    orderBy: { id: 'desc' },
    take: MAX_ATTEMPTS,
  },
} satisfies Prisma.PointOfSaleMessageSelect;

type MessageRow = Prisma.PointOfSaleMessageGetPayload<{ select: typeof messageSelect }>;

/** A message with what its till answered; moments are ISO. */
export type TillMessageRow = {
  id: string;
  type: string;
  /** What people call the delivery it is about. */
  deliveryNumber: number | null;
  createdAt: string;
  state: 'waiting' | 'delivered' | 'failed';
  nextAttemptAt: string | null;
  attempts: { id: string; at: string; durationMs: number; status: number | null; error: string | null; answer: string }[];
};

export type TillCard = {
  name: string;
  isArchived: boolean;
  state: TillState;
  webhook: { url: string; isEnabled: boolean; oldSecretUntil: string | null } | null;
  messages: TillMessageRow[];
};

/** The till of a point of sale, and what it was told lately. */
export async function findTillForAdmin(id: string, now: Date): Promise<TillCard | null> {
  const point = await db.pointOfSale.findUnique({
    select: {
      ...tillFacts,
      name: true,
      archivedAt: true,
      webhook: { select: { url: true, isEnabled: true, oldSecretUntil: true } },
    },
    where: { id },
  });
  if (!point) return null;

  const rows = await db.pointOfSaleMessage.findMany({
    select: messageSelect,
    where: { pointOfSaleId: id },
    orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
    take: MAX_MESSAGES,
  });
  const { webhook } = point;
  const until = webhook?.oldSecretUntil ?? null;
  return {
    name: point.name,
    isArchived: point.archivedAt !== null,
    state: tillStateOf(webhook, point.messages[0]),
    webhook: webhook && { ...webhook, oldSecretUntil: until && until > now ? until.toISOString() : null },
    messages: await withNumbers(rows),
  };
}

function tillStateOf(webhook: { isEnabled: boolean } | null, last: { deliveredAt: Date | null } | undefined): TillState {
  if (!webhook) return 'none';
  if (!webhook.isEnabled) return 'off';
  if (!last) return 'unused';
  return last.deliveredAt ? 'connected' : 'failing';
}

async function withNumbers(rows: MessageRow[]): Promise<TillMessageRow[]> {
  const deliveries = await db.delivery.findMany({
    select: { id: true, number: true },
    where: { id: { in: rows.flatMap(({ deliveryId }) => deliveryId ?? []) } },
    orderBy: { id: 'asc' },
    take: MAX_MESSAGES,
  });
  return rows.map(({ id, type, deliveryId, createdAt, nextAttemptAt, deliveredAt, failedAt, attempts }) => ({
    id,
    type,
    deliveryNumber: deliveries.find((each) => each.id === deliveryId)?.number ?? null,
    createdAt: createdAt.toISOString(),
    state: deliveredAt ? 'delivered' : failedAt ? 'failed' : 'waiting',
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    attempts: attempts.map((each) => ({ ...each, id: String(each.id), at: each.at.toISOString() })),
  }));
}
