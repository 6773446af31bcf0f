import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { type TillState, tillFacts, tillStateOf } from '../points-of-sale/till-state.ts';
import { NOT_TOLD_REASONS } from './obsolete.ts';

const MAX_MESSAGES = 50;
const MAX_ATTEMPTS = 10;

const messageSelect = {
  id: true,
  type: true,
  deliveryId: true,
  createdAt: true,
  nextAttemptAt: true,
  deliveredAt: true,
  failedAt: true,
  failedBecause: true,
  attempts: {
    select: { id: true, at: true, durationMs: true, status: true, error: true, answer: true },
    orderBy: { id: 'desc' },
    take: MAX_ATTEMPTS,
  },
} satisfies Prisma.PointOfSaleMessageSelect;

type MessageRow = Prisma.PointOfSaleMessageGetPayload<{ select: typeof messageSelect }>;

const REASONS = [...NOT_TOLD_REASONS, 'switchedOff'] as const;
export type TillMessageReason = (typeof REASONS)[number];

/** A message with what its till answered; moments are ISO. */
export type TillMessageRow = {
  id: string;
  type: string;
  /** What people call the delivery it is about. */
  deliveryNumber: number | null;
  createdAt: string;
  /** `notNeeded`: put aside, as nobody has to hear it any more. */
  state: 'waiting' | 'delivered' | 'failed' | 'notNeeded';
  /** Why it was put aside or given up. */
  reason: TillMessageReason | null;
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
      name: true,
      archivedAt: true,
      webhook: { select: { ...tillFacts, url: true, oldSecretUntil: true } },
    },
    where: { id },
  });
  if (!point) return null;

  const rows = await db.pointOfSaleMessage.findMany({
    select: messageSelect,
    where: { pointOfSaleId: id },
    orderBy: { position: 'desc' },
    take: MAX_MESSAGES,
  });
  const { webhook } = point;
  const until = webhook?.oldSecretUntil ?? null;
  return {
    name: point.name,
    isArchived: point.archivedAt !== null,
    state: tillStateOf(webhook),
    webhook: webhook && {
      url: webhook.url,
      isEnabled: webhook.isEnabled,
      oldSecretUntil: until && until > now ? until.toISOString() : null,
    },
    messages: await withNumbers(rows),
  };
}

async function withNumbers(rows: MessageRow[]): Promise<TillMessageRow[]> {
  const deliveries = await db.delivery.findMany({
    select: { id: true, number: true },
    where: { id: { in: rows.flatMap(({ deliveryId }) => deliveryId ?? []) } },
    orderBy: { id: 'asc' },
    take: MAX_MESSAGES,
  });
  return rows.map(({ id, type, deliveryId, createdAt, nextAttemptAt, attempts, ...row }) => ({
    id,
    type,
    deliveryNumber: deliveries.find((each) => each.id === deliveryId)?.number ?? null,
    createdAt: createdAt.toISOString(),
    state: stateOf(row),
    reason: REASONS.find((each) => each === row.failedBecause) ?? null,
    nextAttemptAt: nextAttemptAt?.toISOString() ?? null,
    attempts: attempts.map((each) => ({ ...each, id: String(each.id), at: each.at.toISOString() })),
  }));
}

function stateOf({
  deliveredAt,
  failedAt,
  failedBecause,
}: Pick<MessageRow, 'deliveredAt' | 'failedAt' | 'failedBecause'>): TillMessageRow['state'] {
  if (deliveredAt) return 'delivered';
  if (!failedAt) return 'waiting';
  return NOT_TOLD_REASONS.some((each) => each === failedBecause) ? 'notNeeded' : 'failed';
}
