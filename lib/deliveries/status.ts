export const DELIVERY_STATUSES = [
  'draft',
  'sent',
  'rejected',
  'accepted',
  'cooking',
  'ready',
  'on_the_way',
  'delivered',
  'cancelled',
] as const;

//  How one becomes another: states.ts.
//
//  draft       being written, or left behind; the point of sale knows nothing of it
//  sent        waits for the point of sale
//  rejected    the point of sale said no, with a reason
//  accepted    the point of sale said yes
//  cooking, ready, on_the_way    say what they are
//  delivered, cancelled          final
export type DeliveryStatus = (typeof DELIVERY_STATUSES)[number];

/** Unfinished in the sense of S0.9: what an incoming call of its number opens. */
export const OPEN_STATUSES = [
  'sent',
  'rejected',
  'accepted',
  'cooking',
  'ready',
  'on_the_way',
] as const satisfies DeliveryStatus[];

export const FINAL_STATUSES = ['delivered', 'cancelled'] as const satisfies DeliveryStatus[];

export function isOpen(status: DeliveryStatus): boolean {
  return status !== 'draft' && !isFinal(status);
}

/** Nothing of it can be changed any more. */
export function isFinal(status: DeliveryStatus): boolean {
  return FINAL_STATUSES.some((final) => final === status);
}

/** What sending makes of a status: a draft, a rejected or a moved delivery waits again, one under way stays where it is. */
export function statusAfterSending(status: DeliveryStatus, isMoved = false): DeliveryStatus {
  return isMoved || status === 'draft' || status === 'rejected' ? 'sent' : status;
}

/** As the database, a message to a browser, and a clock have it. */
type Moment = Date | string | number;

/** Whole minutes an open delivery is late; 0 for one that is not, or whose time nobody knows. */
export function overdueMinutes(wantedAt: Moment | null, status: DeliveryStatus, now: Moment): number {
  if (!wantedAt || !isOpen(status)) return 0;
  return Math.max(0, Math.floor((msOf(now) - msOf(wantedAt)) / 60_000));
}

function msOf(moment: Moment): number {
  return new Date(moment).getTime();
}
