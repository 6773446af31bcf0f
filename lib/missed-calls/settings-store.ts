import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { type MissedCallSettings, readMissedCallSettings } from './settings.ts';
import type { ChangeMissedCallSettings } from './settings-schema.ts';

export type LineFeed = { id: string; name: string; display: string; feedsMissedCalls: boolean };
/** The settings with every line, as an admin sees them. */
export type StoredSettings = MissedCallSettings & { lines: LineFeed[] };

export async function readSettingsWithLines(): Promise<StoredSettings> {
  const lines = await db.line.findMany({
    select: { id: true, name: true, display: true, feedsMissedCalls: true },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
  });
  return { ...(await readMissedCallSettings()), lines };
}

/** Stores the settings, unless a colleague stored others since they were read. */
export function storeMissedCallSettings(input: ChangeMissedCallSettings, userId: string): Promise<'changed' | 'conflict'> {
  const { version, silentLineIds, ...settings } = input;
  return db.$transaction(async (tx) => {
    const row = { id: 1, ...settings, version: version + 1 };
    // Two admins who save in one instant queue at the row, or at its key where there is none yet.
    const { count } =
      version === 0
        ? await tx.missedCallSettings.createMany({ data: row, skipDuplicates: true })
        : await tx.missedCallSettings.updateMany({ where: { id: 1, version }, data: row });
    if (count === 0) return 'conflict';

    await tx.line.updateMany({ where: { id: { in: silentLineIds }, feedsMissedCalls: true }, data: { feedsMissedCalls: false } });
    await tx.line.updateMany({
      where: { id: { notIn: silentLineIds }, feedsMissedCalls: false },
      data: { feedsMissedCalls: true },
    });
    await recordAudit(tx, {
      userId,
      action: 'call-settings.changed',
      subjectType: 'call-settings',
      subjectId: null,
      details: { missedCalls: JSON.stringify({ ...settings, silentLineIds }) },
    });
    return 'changed';
  });
}
