import type { Pool, PoolClient } from 'pg';
import { pool } from '../db/client.ts';

/** How missed calls are dealt with (S2.23). Days are whole; null is for ever. */
export type MissedCallSettings = {
  /** How long a row stands on the list. */
  retentionDays: number | null;
  /** How long a hidden row can be restored. */
  deleteAfterDays: number | null;
  hidesCalledBack: boolean;
  hidesAfterSms: boolean;
  version: number;
};

/** Until an admin has set anything. */
export const STANDARD_SETTINGS: MissedCallSettings = {
  retentionDays: 14,
  deleteAfterDays: 90,
  hidesCalledBack: true,
  hidesAfterSms: false,
  version: 0,
};

const READ =
  'select "retentionDays", "deleteAfterDays", "hidesCalledBack", "hidesAfterSms", version from "MissedCallSettings" where id = 1';

/** Inside a transaction by its own connection: one that waits for a second may wait for ever. */
export async function readMissedCallSettings(client: Pool | PoolClient = pool()): Promise<MissedCallSettings> {
  const { rows } = await client.query<MissedCallSettings>({ name: 'missed-settings', text: READ });
  return rows[0] ?? STANDARD_SETTINGS;
}
