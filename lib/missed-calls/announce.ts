import type { Room } from '../realtime/events.ts';
import { publish } from '../realtime/publish.ts';
import type { ChangedRow } from './book.ts';

/** Tells those who may see a row what became of it: its line's operators, and whoever sees all lines. After the commit. `byId`: who did it by hand. */
export function announceMissedCalls(changed: ChangedRow[], byId: string | null = null): void {
  for (const { before, row } of changed) {
    const rooms: Room[] = row.lineId ? [`line:${row.lineId}`, 'supervisors'] : ['supervisors'];
    const isNewMiss = row.misses > (before?.misses ?? 0);
    publish(rooms, 'missed-call:changed', {
      missedCallId: row.id,
      version: row.version,
      byId,
      isListed: row.state === 'listed',
      miss: isNewMiss ? { caller: row.caller.display, name: row.caller.name, count: row.misses } : null,
    });
  }
}
