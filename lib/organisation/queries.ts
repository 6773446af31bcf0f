import { db } from '../db/client.ts';

export type Organisation = { name: string; timeZone: string; currency: string; language: string };

const KEPT_MS = 30_000;

// Routes and the custom server are separate module graphs in one process: they share one cached row.
const CACHE = Symbol.for('offhook.organisation');
const shared = globalThis as typeof globalThis & { [CACHE]?: { row: Promise<Organisation>; until: number } };

/** The one organisation of this installation. Kept for half a minute: every page formats its times and money by it. */
export function organisation(): Promise<Organisation> {
  const kept = shared[CACHE];
  if (kept && kept.until > performance.now()) return kept.row;

  const row = db.organisation.findFirstOrThrow({
    select: { name: true, timeZone: true, currency: true, language: true },
    orderBy: { id: 'asc' },
  });
  shared[CACHE] = { row, until: performance.now() + KEPT_MS };
  row.catch(forgetOrganisation);
  return row;
}

/** After an admin changed it, or when it could not be read. */
export function forgetOrganisation(): void {
  shared[CACHE] = undefined;
}
