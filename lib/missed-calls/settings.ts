import type { Pool, PoolClient } from 'pg';
import { pool } from '../db/client.ts';
import { type OpeningHours, readOpeningHours } from '../opening-hours.ts';

/** Who is told of a new miss at once: all who may see its line, or whom it is assigned to, while it is somebody's. */
export const NOTICES = ['line', 'assignee'] as const;

/** How missed calls are dealt with (S2.23). Days are whole; null is for ever. */
export type MissedCallSettings = {
  /** How long a row stands on the list. */
  retentionDays: number | null;
  /** How long a hidden row can be restored. */
  deleteAfterDays: number | null;
  hidesCalledBack: boolean;
  hidesAfterSms: boolean;
  /** A miss outside is marked. */
  workingHours: OpeningHours;
  notifies: (typeof NOTICES)[number];
  version: number;
};

/** Until an admin has set anything. */
const STANDARD: MissedCallSettings = {
  retentionDays: 14,
  deleteAfterDays: 90,
  hidesCalledBack: true,
  hidesAfterSms: false,
  workingHours: {},
  notifies: 'line',
  version: 0,
};

const READ = `
  select "retentionDays", "deleteAfterDays", "hidesCalledBack", "hidesAfterSms", "workingHours", notifies, version
    from "MissedCallSettings" where id = 1`;

/** Inside a transaction by its own connection: one that waits for a second may wait for ever. */
export async function readMissedCallSettings(client: Pool | PoolClient = pool()): Promise<MissedCallSettings> {
  const { rows } = await client.query<MissedCallSettings>({ name: 'missed-settings', text: READ });
  const stored = rows[0];
  return stored ? { ...stored, workingHours: readOpeningHours(stored.workingHours) } : STANDARD;
}
