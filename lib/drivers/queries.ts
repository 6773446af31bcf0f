import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';
import { numberToCall, withCallability } from '../phone-number.ts';
import type { DriverFilter } from './schema.ts';

const MAX_DRIVERS = 200;
const MAX_DELIVERIES = 100;

export const everyNumber = {
  select: { e164: true, display: true },
  orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
} satisfies Prisma.Driver$numbersArgs;

const driverRow = {
  id: true,
  name: true,
  isOnShift: true,
  numbers: { ...everyNumber, take: 1 },
  _count: { select: { deliveries: { where: { status: { in: [...OPEN_STATUSES] } } } } },
} satisfies Prisma.DriverSelect;

export type DriverRow = Awaited<ReturnType<typeof listDrivers>>[number];

const shiftFirst = [{ isOnShift: 'desc' }, { name: 'asc' }, { id: 'asc' }] satisfies Prisma.DriverOrderByWithRelationInput[];

/** Those on shift first, then by name. A house has dozens of drivers, not thousands: one page holds them. */
export async function listDrivers(filter: DriverFilter = {}) {
  const drivers = await db.driver.findMany({
    select: driverRow,
    where: { AND: [{ archivedAt: null }, withText(filter)] },
    orderBy: shiftFirst,
    take: MAX_DRIVERS,
  });
  return drivers.map(({ numbers, ...driver }) => ({ ...driver, numbers: numbers.map(withCallability) }));
}

/** A part of a name, or digits of a number however they are written. */
function withText({ text }: DriverFilter): Prisma.DriverWhereInput {
  if (!text) return {};
  const digits = text.replace(/\D/g, '').replace(/^0+/, '');
  const byName = { name: { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const } };
  if (digits.length < MIN_DIGITS) return byName;
  return { OR: [byName, { numbers: { some: { e164: { contains: digits } } } }] };
}

const MIN_DIGITS = 3;

/** For lists to choose from, those on shift first. */
export function listDriverNames(): Promise<{ id: string; name: string; isOnShift: boolean }[]> {
  return db.driver.findMany({
    select: { id: true, name: true, isOnShift: true },
    where: { archivedAt: null },
    orderBy: shiftFirst,
    take: MAX_DRIVERS,
  });
}

const driverCard = {
  id: true,
  name: true,
  isOnShift: true,
  archivedAt: true,
  numbers: everyNumber,
} satisfies Prisma.DriverSelect;

export type DriverCard = NonNullable<Awaited<ReturnType<typeof findDriver>>>;

/** Also one who left: their page stays where links lead. */
export async function findDriver(id: string) {
  const driver = await db.driver.findUnique({ select: driverCard, where: { id } });
  return driver && { ...driver, numbers: driver.numbers.map(withCallability) };
}

const driverDelivery = {
  id: true,
  number: true,
  status: true,
  problemReason: true,
  wantedAt: true,
  customerName: true,
  phoneE164: true,
  phoneDisplay: true,
  fulfilment: true,
  street: true,
  flat: true,
  district: true,
  city: true,
  driverNote: true,
  payment: true,
  totalMinor: true,
  customer: { select: { class: true } },
} satisfies Prisma.DeliverySelect;

export type DriverDelivery = Awaited<ReturnType<typeof listDeliveriesOfDriver>>[number];

/** What a driver carries today, in the order of the times customers wait for, with what is still open from the days before. */
export async function listDeliveriesOfDriver(driverId: string, { from, to }: { from: Date; to: Date }) {
  const open = { in: [...OPEN_STATUSES] };
  const deliveries = await db.delivery.findMany({
    select: driverDelivery,
    where: {
      driverId,
      OR: [
        { wantedAt: { gte: from, lt: to }, status: { notIn: ['draft', 'cancelled'] } },
        { wantedAt: { lt: from }, status: open },
        { wantedAt: null, status: open },
      ],
    },
    orderBy: [{ wantedAt: 'asc' }, { number: 'asc' }],
    take: MAX_DELIVERIES,
  });
  return deliveries.map(({ phoneE164, ...delivery }) => ({ ...delivery, callE164: numberToCall(phoneE164) }));
}

/** Who else has one of these numbers: allowed, but worth saying. */
export async function findSharers(numbers: string[], driverId: string): Promise<string[]> {
  const others = await db.phoneNumber.findMany({
    select: { customer: { select: { name: true } }, driver: { select: { name: true } } },
    where: { e164: { in: numbers }, OR: [{ driverId: null }, { driverId: { not: driverId }, driver: { archivedAt: null } }] },
    orderBy: { id: 'asc' },
    take: MAX_SHARERS,
  });
  return others.flatMap(({ customer, driver }) => customer?.name ?? driver?.name ?? []);
}

const MAX_SHARERS = 5;
