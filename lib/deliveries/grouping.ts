import { type DeliveryStatus, isFinal, overdueMinutes } from './status.ts';

/** Groups of the list, in the order they are read: what burns first. */
export const GROUPS = ['late', 'soon', 'later', 'done', 'drafts'] as const;
export type Group = (typeof GROUPS)[number];
export type CountedGroup = Exclude<Group, 'drafts'>;

/** Nobody reads a larger count aloud, and counting on costs what a page does not. */
export const MAX_COUNTED = 1_000;

const SOON_MINUTES = 60;
const MINUTE_MS = 60_000;
const QUARTER_MS = 15 * MINUTE_MS;

/** "Due by 17:00": an hour from now, on the last full quarter. */
export function soonUntil(now: Date): Date {
  return new Date(Math.floor((now.getTime() + SOON_MINUTES * MINUTE_MS) / QUARTER_MS) * QUARTER_MS);
}

/** What was wanted by then is late: overdueMinutes counts whole minutes. */
export function lateSince(now: Date): Date {
  return new Date(now.getTime() - MINUTE_MS);
}

export function groupOf(delivery: { wantedAt: Date | null; status: DeliveryStatus }, now: Date): Group {
  if (delivery.status === 'draft') return 'drafts';
  if (isFinal(delivery.status)) return 'done';
  if (overdueMinutes(delivery.wantedAt, delivery.status, now) > 0) return 'late';
  return delivery.wantedAt && delivery.wantedAt <= soonUntil(now) ? 'soon' : 'later';
}
