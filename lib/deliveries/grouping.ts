import { type DeliveryStatus, isFinal, overdueMinutes } from './status.ts';

/** Groups of the list, in the order they are read: what burns first. */
export const GROUPS = ['late', 'soon', 'later', 'done', 'drafts'] as const;
export type Group = (typeof GROUPS)[number];

const SOON_MINUTES = 60;
const QUARTER_MS = 15 * 60_000;

/** "Due by 17:00": an hour from now, on the last full quarter. */
export function soonUntil(now: Date): Date {
  return new Date(Math.floor((now.getTime() + SOON_MINUTES * 60_000) / QUARTER_MS) * QUARTER_MS);
}

export function groupOf(delivery: { wantedAt: Date | null; status: DeliveryStatus }, now: Date): Group {
  if (delivery.status === 'draft') return 'drafts';
  if (isFinal(delivery.status)) return 'done';
  if (overdueMinutes(delivery.wantedAt, delivery.status, now) > 0) return 'late';
  return delivery.wantedAt && delivery.wantedAt <= soonUntil(now) ? 'soon' : 'later';
}
