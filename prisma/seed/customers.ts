import type { Prisma } from '../../lib/db/generated/client.ts';
import { buildAddress, buildCustomer, buildDriver, buildPhoneNumber } from '../factories/customers.ts';
import { COMPANIES, DISTRICTS, DRIVER_NOTES, DRIVERS, MEN, SURNAMES, WOMEN } from './names.ts';
import type { Random } from './random.ts';
import { minutesFrom } from './time.ts';

const CUSTOMERS = 200;
const DAY_MINUTES = 24 * 60;
/** None of them begins +48600: those are the callers of contract.md. */
const MOBILE_PREFIXES = [
  '501',
  '504',
  '512',
  '515',
  '531',
  '533',
  '661',
  '667',
  '692',
  '698',
  '721',
  '728',
  '783',
  '788',
  '882',
  '888',
];

type Address = ReturnType<typeof buildAddress>;
export type SeededCustomer = { id: string; name: string; numbers: string[]; address: Address };
export type SeededDriver = { id: string; name: string; isOnShift: boolean };

export async function seedCustomers(db: Prisma.TransactionClient, random: Random, now: Date): Promise<SeededCustomer[]> {
  const unused = numbersOf(random);
  const people = Array.from({ length: CUSTOMERS }, () => {
    const row = buildCustomer({
      id: random.uuid(),
      name: personName(random),
      company: random.chance(0.08) ? random.pick(COMPANIES) : null,
      class: random.chance(0.05) ? 'vip' : random.chance(0.03) ? 'problem' : 'regular',
      createdAt: minutesFrom(now, -random.int(1, 700) * DAY_MINUTES),
    });
    const address = buildAddress({
      ...homeAddress(random),
      id: random.uuid(),
      customerId: row.id,
      lastUsedAt: minutesFrom(now, -random.int(60, 60 * DAY_MINUTES)),
    });
    const numbers = random.chance(0.15) ? [unused(), unused()] : [unused()];
    return { row, address, numbers };
  });

  await db.customer.createMany({ data: people.map((person) => person.row) });
  await db.address.createMany({ data: people.map((person) => person.address) });
  await db.phoneNumber.createMany({
    data: people.flatMap(({ row, numbers }) =>
      numbers.map((e164, index) => buildPhoneNumber({ customerId: row.id, e164, isPrimary: index === 0 })),
    ),
  });
  return people.map(({ row, address, numbers }) => ({ id: row.id, name: row.name, numbers, address }));
}

export async function seedDrivers(db: Prisma.TransactionClient, random: Random): Promise<SeededDriver[]> {
  const drivers = DRIVERS.map((name, index) => buildDriver({ id: random.uuid(), name, isOnShift: index < 4 }));
  const numbers = drivers.map(({ id }, index) =>
    buildPhoneNumber({ driverId: id, e164: `+4857300010${index + 1}`, isPrimary: true }),
  );

  await db.driver.createMany({ data: drivers });
  await db.phoneNumber.createMany({ data: numbers });
  return drivers;
}

/** A caller number nobody in the demo has. */
export function numbersOf(random: Random): () => string {
  const used = new Set<string>();
  return function unused(): string {
    const e164 = `+48${random.pick(MOBILE_PREFIXES)}${String(random.int(0, 999_999)).padStart(6, '0')}`;
    if (used.has(e164)) return unused();
    used.add(e164);
    return e164;
  };
}

function personName(random: Random): string {
  const surname = random.pick(SURNAMES);
  if (random.chance(0.5)) return `${random.pick(MEN)} ${surname}`;
  return `${random.pick(WOMEN)} ${surname.replace(/(s|c)ki$/, '$1ka')}`;
}

function homeAddress(random: Random) {
  const { district, streets } = random.pick(DISTRICTS);
  return {
    street: `${random.pick(streets)} ${random.int(1, 140)}`,
    flat: random.chance(0.75) ? String(random.int(1, 90)) : '',
    district,
    city: 'Warszawa',
    driverNote: random.chance(0.25) ? random.pick(DRIVER_NOTES) : '',
  };
}
