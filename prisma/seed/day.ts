import type { DeliveryStatus } from '../../lib/db/generated/enums.ts';
import type { SeededCustomer, SeededDriver } from './customers.ts';
import type { PlannedDelivery } from './deliveries.ts';
import type { Random } from './random.ts';
import { minutesFrom, onFiveMinutes } from './time.ts';

type Plan = { status: DeliveryStatus; count: number; from: number; to: number };

/** Sixty deliveries of a shift: how many have each status, and when they are wanted, in minutes from now. */
const DAY: Plan[] = [
  { status: 'delivered', count: 28, from: -480, to: -30 },
  { status: 'cancelled', count: 4, from: -300, to: 60 },
  { status: 'on_the_way', count: 5, from: -12, to: 20 },
  { status: 'ready', count: 4, from: -5, to: 25 },
  { status: 'cooking', count: 6, from: 5, to: 45 },
  { status: 'accepted', count: 4, from: 25, to: 80 },
  { status: 'sent', count: 4, from: 45, to: 120 },
  { status: 'rejected', count: 2, from: 40, to: 70 },
  { status: 'draft', count: 3, from: 60, to: 200 },
];
const ON_THE_ROAD: readonly DeliveryStatus[] = ['ready', 'on_the_way', 'delivered'];
const PROBLEMS = ['Klient nie odbiera telefonu', 'Zamieniono zamówienia'];

/** A believable day around `now`. */
export function planDay(
  random: Random,
  now: Date,
  people: { customers: SeededCustomer[]; drivers: SeededDriver[] },
): PlannedDelivery[] {
  const onShift = people.drivers.filter((driver) => driver.isOnShift);
  return DAY.flatMap(({ status, count, from, to }) =>
    Array.from({ length: count }, (_, index) => {
      const isPickUp = status !== 'on_the_way' && random.chance(0.2);
      const isProblem = (status === 'on_the_way' || status === 'ready') && index === 0;
      return {
        customer: random.pick(people.customers),
        status,
        wantedAt: onFiveMinutes(minutesFrom(now, random.int(from, to))),
        driver: !isPickUp && ON_THE_ROAD.includes(status) ? random.pick(onShift) : null,
        isPickUp,
        ...(isProblem ? { problemReason: random.pick(PROBLEMS) } : {}),
      };
    }),
  );
}
