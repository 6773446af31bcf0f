import type { DeliveryStatus } from '../../lib/db/generated/enums.ts';
import type { Random } from './random.ts';
import { minutesFrom } from './time.ts';

/** When what happens, in minutes from a delivery's first edit. */
const MINUTE = {
  created: 0,
  sent: 4,
  accepted: 6,
  rejected: 7,
  cancelled: 9,
  cooking: 12,
  ready: 32,
  on_the_way: 38,
  delivered: 58,
};
type Step = keyof typeof MINUTE;

/** What happened on the way to a status. */
const HISTORY: Record<DeliveryStatus, Step[]> = {
  draft: ['created'],
  sent: ['created', 'sent'],
  rejected: ['created', 'sent', 'rejected'],
  accepted: ['created', 'sent', 'accepted'],
  cooking: ['created', 'sent', 'accepted', 'cooking'],
  ready: ['created', 'sent', 'accepted', 'cooking', 'ready'],
  on_the_way: ['created', 'sent', 'accepted', 'cooking', 'ready', 'on_the_way'],
  delivered: ['created', 'sent', 'accepted', 'cooking', 'ready', 'on_the_way', 'delivered'],
  cancelled: ['created', 'sent', 'accepted', 'cancelled'],
};
/** What the desk does itself; the rest is the point of sale's and the driver's. */
const BY_THE_DESK: readonly Step[] = ['created', 'sent', 'cancelled'];
const LEAD_MINUTES = 70;
const IN_A_KITCHEN: readonly DeliveryStatus[] = ['sent', 'accepted', 'cooking', 'ready'];
/** How long ago the oldest of them took its last step: most calm, one or two waiting. */
const SPREAD_MINUTES = 9;
const REJECTIONS = ['Piec jest w naprawie', 'Poza obszarem dostaw'];
const CANCELLATIONS = ['Klient zrezygnował', 'Zamówienie złożone dwa razy'];

/** When it was begun: early enough that everything its status needs has happened by now; what a kitchen has, came to it just now. */
export function startOf(status: DeliveryStatus, wantedAt: Date, now: Date): Date {
  const lastStep = HISTORY[status].at(-1) ?? 'created';
  const latest = minutesFrom(now, -MINUTE[lastStep] - 1);
  if (IN_A_KITCHEN.includes(status)) return minutesFrom(latest, -(wantedAt.getUTCMinutes() % SPREAD_MINUTES));
  return new Date(Math.min(minutesFrom(wantedAt, -LEAD_MINUTES).getTime(), latest.getTime()));
}

type Told = { id: string; status: DeliveryStatus; isPickUp: boolean; createdAt: Date; responsibleId: string; totalMinor: number };

/** The events of a delivery, from its first edit to its status. */
export function timelineOf(random: Random, told: Told) {
  const steps = HISTORY[told.status].filter((step) => !(told.isPickUp && step === 'on_the_way'));
  return steps.map((type) => ({
    deliveryId: told.id,
    type,
    at: minutesFrom(told.createdAt, MINUTE[type]),
    byId: BY_THE_DESK.includes(type) ? told.responsibleId : null,
    details: detailsOf(random, type, told),
  }));
}

function detailsOf(random: Random, step: Step, { totalMinor }: Told) {
  if (step === 'sent') return { amountMinor: totalMinor };
  if (step === 'rejected') return { reason: random.pick(REJECTIONS) };
  return step === 'cancelled' ? { reason: random.pick(CANCELLATIONS) } : {};
}
