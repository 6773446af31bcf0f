import type { SeededCustomer, SeededDriver } from './customers.ts';
import type { PlannedDelivery } from './deliveries.ts';
import type { Random } from './random.ts';
import { localTime } from './time.ts';

const DAYS = 90;
const REGULARS = 60;
const FIRST_MINUTE = 11 * 60;
const LAST_MINUTE = 22 * 60;

/** A customer and how often they ordered before today. */
export type Regular = { customer: SeededCustomer; times: number };

/** What people ordered in the last three months: a customer who rings has a history, and a dish they often have. */
export function planHistory(
  random: Random,
  now: Date,
  timeZone: string,
  people: { regulars: Regular[]; customers: SeededCustomer[]; drivers: SeededDriver[] },
): PlannedDelivery[] {
  const others = people.customers.slice(0, REGULARS).map((customer) => ({ customer, times: random.int(1, 6) }));

  return [...people.regulars, ...others].flatMap(({ customer, times }) =>
    Array.from({ length: times }, (): PlannedDelivery => {
      const minuteOfDay = Math.round(random.int(FIRST_MINUTE, LAST_MINUTE) / 5) * 5;
      const isPickUp = random.chance(0.1);
      return {
        customer,
        status: 'delivered',
        wantedAt: localTime(now, timeZone, random.int(2, DAYS), minuteOfDay),
        driver: isPickUp ? null : random.pick(people.drivers),
        isPickUp,
      };
    }),
  );
}
