import type { ChangeMissedCallSettings } from '@/lib/missed-calls/settings-schema';
import type { StoredSettings } from '@/lib/missed-calls/settings-store';
import { type HoursDraft, toHours, toDraft as toHoursDraft } from '../hours-draft';

/** The settings while somebody edits them: days as they are typed, empty for ever. */
export type MissedCallDraft = Omit<ChangeMissedCallSettings, 'retentionDays' | 'deleteAfterDays' | 'workingHours'> & {
  retentionDays: string;
  deleteAfterDays: string;
  workingHours: HoursDraft;
};

export function toDraft({ lines, retentionDays, deleteAfterDays, workingHours, ...settings }: StoredSettings): MissedCallDraft {
  return {
    ...settings,
    retentionDays: retentionDays?.toString() ?? '',
    deleteAfterDays: deleteAfterDays?.toString() ?? '',
    workingHours: toHoursDraft(workingHours),
    silentLineIds: lines.filter((line) => !line.feedsMissedCalls).map((line) => line.id),
  };
}

/** As it is sent: what is no number is left for the server to refuse. */
export function toSettings({ retentionDays, deleteAfterDays, workingHours, ...draft }: MissedCallDraft) {
  return {
    ...draft,
    retentionDays: days(retentionDays),
    deleteAfterDays: days(deleteAfterDays),
    workingHours: toHours(workingHours),
  };
}

function days(typed: string): number | string | null {
  const text = typed.trim();
  if (text === '') return null;
  return /^\d+$/.test(text) ? Number(text) : text;
}
