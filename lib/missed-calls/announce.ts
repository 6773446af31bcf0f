import type { Room, ServerToClient } from '../realtime/events.ts';
import { publish } from '../realtime/publish.ts';
import type { ChangedRow } from './book.ts';
import type { MissedCallSettings } from './settings.ts';

/** Who is told of a new miss (S2.23). */
export type Notices = MissedCallSettings['notifies'];

type How = {
  /** Who did it by hand: they see it already. */
  byId?: string | null;
  notifies?: Notices;
};

/** Tells those who may see a row what became of it: its line's operators, and whoever sees all lines. After the commit. */
export function announceMissedCalls(changed: ChangedRow[], { byId = null, notifies = 'line' }: How = {}): void {
  for (const { before, row } of changed) {
    const isNewMiss = row.misses > (before?.misses ?? 0);
    const forId = notifies === 'assignee' ? row.assigneeId : null;
    const miss = isNewMiss ? { caller: row.caller.display, name: row.caller.name, count: row.misses, forId } : null;
    announceRow(row, byId, { miss, listGrewBy: listed(row) - listed(before) });
  }
}

function listed(row: { state: string } | null): number {
  return row?.state === 'listed' ? 1 : 0;
}

type TellableRow = { id: string; version: number; state: string; lineId: string | null };
type News = Pick<Parameters<ServerToClient['missed-call:changed']>[0], 'miss' | 'listGrewBy'>;

/** The same of one row whose place on the list stayed, whatever has changed about it. */
export function announceRow(
  { id, version, state, lineId }: TellableRow,
  byId: string | null,
  news: News = { miss: null, listGrewBy: 0 },
): void {
  const rooms: Room[] = lineId ? [`line:${lineId}`, 'supervisors'] : ['supervisors'];
  publish(rooms, 'missed-call:changed', { missedCallId: id, version, byId, isListed: state === 'listed', ...news });
}
