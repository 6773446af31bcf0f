import { pathToFileURL } from 'node:url';
import { hashPassword } from '../lib/auth/password.ts';
import { db as product } from '../lib/db/client.ts';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { DEMO_PASSWORD } from '../lib/demo-credentials.ts';
import { seedCallers } from './seed/callers.ts';
import { seedCalls } from './seed/calls.ts';
import { seedCatalogue } from './seed/catalogue.ts';
import { seedCustomers, seedDrivers } from './seed/customers.ts';
import { planDay } from './seed/day.ts';
import { storeDeliveries } from './seed/deliveries.ts';
import { seedHelena } from './seed/helena.ts';
import { planHistory } from './seed/history.ts';
import { seedInterests } from './seed/interests.ts';
import { seedMissedCalls } from './seed/missed-calls.ts';
import { seedMisses } from './seed/misses.ts';
import { createRandom } from './seed/random.ts';
import { seedSmsTemplates } from './seed/sms-templates.ts';
import { DEMO_TIME_ZONE, seedStaff } from './seed/staff.ts';

const SEED = 20_260_131;
const FIRST_DELIVERY_NUMBER = 1001;
const FIRST_INTEREST_NUMBER = 201;
const TRANSACTION_TIMEOUT_MS = 60_000;

/**
 * Fills an empty database with the demo world (accounts, lines, callers) and a believable day around `now`, with three months before it.
 * Leaves a database that already has an organisation as it is. All of it or nothing: one transaction; but for what became of the
 * missed calls, which the product's own ledger tells in one of its own.
 */
export async function seedDemo(db: PrismaClient, now: Date): Promise<void> {
  if (await db.organisation.count()) return;

  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const random = createRandom(SEED);

  await db.$transaction(
    async (store) => {
      await store.$executeRaw`SELECT setval(pg_get_serial_sequence('"Delivery"', 'number'), ${FIRST_DELIVERY_NUMBER}, false)`;
      await store.$executeRaw`SELECT setval(pg_get_serial_sequence('"Interest"', 'number'), ${FIRST_INTEREST_NUMBER}, false)`;
      const catalogue = await seedCatalogue(store, random);
      const staff = await seedStaff(store, random, { catalogue, passwordHash });
      const callers = await seedCallers(store, random, now);
      const drivers = [...(await seedDrivers(store, random)), callers.marek];
      const customers = await seedCustomers(store, random, now);
      const today = [...planDay(random, now, { customers, drivers }), ...callers.deliveries];
      const history = planHistory(random, now, DEMO_TIME_ZONE, { regulars: callers.regulars, customers, drivers });
      const deliveries = [...history, ...today];
      await storeDeliveries(store, random, deliveries, { catalogue, staff, now });
      await seedCalls(store, random, { staff, customers, now });
      await seedMisses(store, { staff, customers, now });
      await seedHelena(store, random, { customerId: callers.helena.id, takers: staff.takers, now });
      await seedInterests(store, random, { staff, callers, customers, now });
      await seedSmsTemplates(store);
    },
    { timeout: TRANSACTION_TIMEOUT_MS },
  );
  await seedMissedCalls(now);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await seedDemo(product, new Date());
  await product.$disconnect();
}
