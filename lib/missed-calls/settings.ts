import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

const settings = {
  retentionDays: true,
  deleteAfterDays: true,
  hidesCalledBack: true,
  hidesAfterSms: true,
  version: true,
} satisfies Prisma.MissedCallSettingsSelect;

/** How missed calls are dealt with (S2.23). Days are whole; null is for ever. */
export type MissedCallSettings = Prisma.MissedCallSettingsGetPayload<{ select: typeof settings }>;

/** Until an admin has set anything. */
const STANDARD: MissedCallSettings = {
  retentionDays: 14,
  deleteAfterDays: 90,
  hidesCalledBack: true,
  hidesAfterSms: false,
  version: 0,
};

export async function readMissedCallSettings(): Promise<MissedCallSettings> {
  return (await db.missedCallSettings.findUnique({ where: { id: 1 }, select: settings })) ?? STANDARD;
}
