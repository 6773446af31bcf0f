import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { numberToCall } from '../phone-number.ts';
import { savedSelect, toSaved } from './row.ts';
import { type DeliveryStatus, isFinal } from './status.ts';
import { type EventFacts, readDetails } from './timeline.ts';
import type { SavedDelivery } from './types.ts';

const TIMELINE_ROWS = 50;
const CALL_ROWS = 10;
const CALLS_BEFORE_MS = 60 * 60_000;
const CALLS_AFTER_MS = 24 * 60 * 60_000;

const timelineSelect = {
  id: true,
  type: true,
  at: true,
  details: true,
  by: { select: { name: true } },
} satisfies Prisma.DeliveryEventSelect;

const callSelect = {
  id: true,
  direction: true,
  phase: true,
  startedAt: true,
  talkSeconds: true,
  isMissed: true,
  fromDisplay: true,
  toDisplay: true,
  operator: { select: { name: true } },
} satisfies Prisma.CallSelect;

export type TimelineEntry = {
  id: string;
  type: string;
  at: string;
  byName: string | null;
} & EventFacts;
export type CallAbout = Omit<Prisma.CallGetPayload<{ select: typeof callSelect }>, 'startedAt'> & { startedAt: string };
export type AssignedDriver = { id: string; name: string; e164: string | null };

/** Everything the screen of one delivery shows beside what is edited. */
export type DeliveryView = {
  saved: SavedDelivery;
  problemReason: string | null;
  driver: AssignedDriver | null;
  timeline: TimelineEntry[];
  calls: CallAbout[];
};

/** One delivery as it is stored now, its history, and of the calls about it those that the viewer may see. */
export async function findDelivery(id: string, viewer: CallViewer): Promise<DeliveryView | null> {
  const row = await db.delivery.findUnique({
    where: { id },
    select: {
      ...savedSelect,
      problemReason: true,
      callId: true,
      createdAt: true,
      driver: {
        select: {
          id: true,
          name: true,
          numbers: { select: { e164: true }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }], take: 1 },
        },
      },
    },
  });
  if (!row) return null;

  const [timeline, calls] = await Promise.all([readTimeline(id), readCalls(row, viewer)]);
  const driver = row.driver && { id: row.driver.id, name: row.driver.name, e164: numberToCall(row.driver.numbers[0]?.e164) };
  return { saved: toSaved(row), problemReason: row.problemReason, driver, timeline, calls };
}

async function readTimeline(deliveryId: string): Promise<TimelineEntry[]> {
  const events = await db.deliveryEvent.findMany({
    select: timelineSelect,
    where: { deliveryId },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: TIMELINE_ROWS,
  });
  return events.map(({ id, type, at, by, details }) => ({
    id: String(id),
    type,
    at: at.toISOString(),
    byName: by?.name ?? null,
    ...readDetails(details),
  }));
}

type RowWithCalls = {
  id: string;
  status: DeliveryStatus;
  callId: string | null;
  phoneE164: string | null;
  createdAt: Date;
  updatedAt: Date;
};

/** The call it was taken on, those dialled from its card (S0.20), and calls of its number around it. */
async function readCalls(row: RowWithCalls, viewer: CallViewer): Promise<CallAbout[]> {
  const around = {
    gte: new Date(row.createdAt.getTime() - CALLS_BEFORE_MS),
    lte: isFinal(row.status) ? row.updatedAt : new Date(row.createdAt.getTime() + CALLS_AFTER_MS),
  };
  const ofNumber = row.phoneE164 ? [{ fromE164: row.phoneE164 }, { toE164: row.phoneE164 }] : [];
  // Of the number's other calls those that are about no other delivery: what happened after it was closed is not about it.
  const free = { startedAt: around, aboutDeliveryId: null, deliveries: { none: {} } };
  const which: Prisma.CallWhereInput[] = ofNumber.map((number) => ({ ...number, ...free }));
  which.push({ aboutDeliveryId: row.id });
  if (row.callId) which.push({ id: row.callId });

  const calls = await db.call.findMany({
    select: callSelect,
    where: { AND: [{ OR: which }, visibleTo(viewer)] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: CALL_ROWS,
  });
  return calls.map((call) => ({ ...call, startedAt: call.startedAt.toISOString() }));
}
