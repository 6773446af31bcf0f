import type { PoolClient } from 'pg';
import { isOpenAt } from '../opening-hours.ts';
import { type MissedCallSettings, readMissedCallSettings } from './settings.ts';

/** What the settings say of a miss (S2.23). */
export type MissPolicy = {
  /** Whether misses on this line stand on the list; those on no line of ours always do. */
  feeds: (lineId: string | null) => boolean;
  isOutsideHours: (at: Date) => boolean;
  notifies: MissedCallSettings['notifies'];
};

const LINES_AND_ZONE = `
  select (select "timeZone" from "Organisation" limit 1) as "timeZone",
         (select coalesce(array_agg(id::text), '{}') from "Line" where not "feedsMissedCalls") as silent`;

export async function readMissPolicy(client: PoolClient): Promise<MissPolicy> {
  const { rows } = await client.query<{ timeZone: string | null; silent: string[] }>({
    name: 'miss-policy',
    text: LINES_AND_ZONE,
  });
  const { workingHours, notifies } = await readMissedCallSettings(client);
  const timeZone = rows[0]?.timeZone ?? 'UTC';
  const silent = new Set(rows[0]?.silent);

  return {
    feeds: (lineId) => lineId === null || !silent.has(lineId),
    isOutsideHours: (at) => !isOpenAt(workingHours, at, timeZone),
    notifies,
  };
}
