import { z } from 'zod';
import { OpeningHours, overlaps, WEEKDAYS } from '../opening-hours.ts';
import { NOTICES } from './settings.ts';

const MAX_DAYS = 3_650;
const MAX_LINES = 1_000;
const Days = z.int({ error: 'daysInvalid' }).min(1, 'daysInvalid').max(MAX_DAYS, 'daysInvalid').nullable();

/** What an admin sets about missed calls (S2.23); `version` is that of the settings they began with. */
export const ChangeMissedCallSettings = z.object({
  version: z.int().min(0),
  retentionDays: Days,
  deleteAfterDays: Days,
  hidesCalledBack: z.boolean(),
  hidesAfterSms: z.boolean(),
  workingHours: OpeningHours.refine((hours) => !WEEKDAYS.some((day) => overlaps(hours[day] ?? [])), 'hoursOverlap'),
  notifies: z.enum(NOTICES),
  /** Lines whose misses do not stand on the list. */
  silentLineIds: z.array(z.uuid()).max(MAX_LINES),
});
export type ChangeMissedCallSettings = z.infer<typeof ChangeMissedCallSettings>;
