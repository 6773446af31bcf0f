import { z } from 'zod';
import { db } from '../db/client.ts';
import { LEDGER_EVENT_TYPES, type LedgerEventType, REMOVAL_REASONS } from './types.ts';
import { type MissedCallViewer, visibleTo } from './visible.ts';

const HISTORY_ROWS = 100;
const EventType = z.enum(LEDGER_EVENT_TYPES);

const Details = z
  .object({
    reason: z.enum(REMOVAL_REASONS),
    talkSeconds: z.number(),
    cause: z.string().nullable(),
    waitSeconds: z.number(),
    missedAt: z.string(),
    toId: z.string().nullable(),
    smsId: z.string(),
  })
  .partial()
  .catch({});

/** What was done about a missed call, and when: the latest first (S2.15, S2.16). */
export type HistoryEntry = {
  seq: number;
  type: LedgerEventType;
  at: Date;
  /** Null for the automaton. */
  by: string | null;
  /** `to`: the name of whom it was assigned to. `text`: what a message said, while that is kept. */
  details: z.infer<typeof Details> & { to?: string | undefined; text?: string | undefined };
};

/** Null for a row that this viewer may not see. */
export async function historyOfMissedCall(missedCallId: string, viewer: MissedCallViewer): Promise<HistoryEntry[] | null> {
  const row = await db.missedCall.findFirst({ where: { AND: [{ id: missedCallId }, visibleTo(viewer)] }, select: { id: true } });
  if (!row) return null;

  const events = await db.ledgerEvent.findMany({
    where: { missedCallId },
    select: { seq: true, type: true, at: true, byId: true, details: true },
    orderBy: { seq: 'desc' },
    take: HISTORY_ROWS,
  });
  const read = events.map(({ details, type, ...event }) => ({
    ...event,
    type: EventType.parse(type),
    details: Details.parse(details),
  }));
  const textOf = await textsOf(missedCallId);
  const nameOf = await namesOf(read.flatMap(({ byId, details }) => [byId, details.toId ?? null]));
  return read.map(({ byId, details, ...event }) => ({
    ...event,
    by: byId ? (nameOf.get(byId) ?? '') : null,
    details: {
      ...details,
      to: details.toId ? nameOf.get(details.toId) : undefined,
      // Once: where it was sent, or could not be.
      text: details.smsId && (event.type === 'sms_sent' || event.type === 'sms_failed') ? textOf.get(details.smsId) : undefined,
    },
  }));
}

async function namesOf(userIds: (string | null)[]): Promise<Map<string, string>> {
  const ids = [...new Set(userIds.filter((id) => id !== null))];
  const people = await db.user.findMany({ where: { id: { in: ids } }, select: { id: true, name: true } });
  return new Map(people.map(({ id, name }) => [id, name]));
}

async function textsOf(missedCallId: string): Promise<Map<string, string>> {
  const messages = await db.smsMessage.findMany({
    where: { missedCallId, text: { not: '' } },
    select: { id: true, text: true },
    orderBy: { queuedAt: 'desc' },
    take: HISTORY_ROWS,
  });
  return new Map(messages.map(({ id, text }) => [id, text]));
}
