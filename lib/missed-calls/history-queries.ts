import { z } from 'zod';
import { db } from '../db/client.ts';
import { EventDetails } from './event-details.ts';
import { type HistoryLine, historyLines } from './history.ts';
import { LEDGER_EVENT_TYPES } from './types.ts';
import { type MissedCallViewer, visibleTo } from './visible.ts';

const HISTORY_EVENTS = 200;
const EventType = z.enum(LEDGER_EVENT_TYPES);

/** A line of the history with the names of its people. */
export type HistoryEntry = Omit<HistoryLine, 'byId'> & {
  /** Null for the automaton. */
  by: string | null;
  /** The name of whom it was assigned to. */
  to: string | null;
  /** What a message said, while that is kept. */
  text: string | null;
};

/** What was done about a missed call, and when: the latest first (S2.15, S2.16). Null for a row that this viewer may not see. */
export async function historyOfMissedCall(missedCallId: string, viewer: MissedCallViewer): Promise<HistoryEntry[] | null> {
  const row = await db.missedCall.findFirst({ where: { AND: [{ id: missedCallId }, visibleTo(viewer)] }, select: { id: true } });
  if (!row) return null;

  const events = await db.ledgerEvent.findMany({
    where: { missedCallId },
    select: { seq: true, type: true, at: true, byId: true, details: true },
    orderBy: { seq: 'desc' },
    take: HISTORY_EVENTS,
  });
  const lines = historyLines(
    events
      .reverse()
      .map(({ type, details, ...event }) => ({ ...event, type: EventType.parse(type), details: EventDetails.parse(details) })),
  );
  const textOf = await textsOf(missedCallId);
  const nameOf = await namesOf(lines.flatMap(({ byId, details }) => [byId, details.toId ?? null]));
  return lines.map(({ byId, ...line }) => ({
    ...line,
    by: byId ? (nameOf.get(byId) ?? '') : null,
    to: line.details.toId ? (nameOf.get(line.details.toId) ?? '') : null,
    // Once: where it was sent, or could not be.
    text: line.type === 'sms_sent' || line.type === 'sms_failed' ? (textOf.get(line.details.smsId ?? '') ?? null) : null,
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
    take: HISTORY_EVENTS,
  });
  return new Map(messages.map(({ id, text }) => [id, text]));
}
