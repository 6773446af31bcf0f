import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';

const MAX_DRIVERS = 200;
const MAX_DELIVERIES = 100;

const firstNumber = {
  select: { e164: true, display: true },
  orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
  take: 1,
} satisfies Prisma.Driver$numbersArgs;

const driverRow = {
  id: true,
  name: true,
  isOnShift: true,
  numbers: firstNumber,
  _count: { select: { deliveries: { where: { status: { in: [...OPEN_STATUSES] } } } } },
} satisfies Prisma.DriverSelect;

export type DriverRow = Prisma.DriverGetPayload<{ select: typeof driverRow }>;

/** Those on shift first, then by name. A house has dozens of drivers, not thousands: one page holds them. */
export function listDrivers(): Promise<DriverRow[]> {
  return db.driver.findMany({
    select: driverRow,
    orderBy: [{ isOnShift: 'desc' }, { name: 'asc' }, { id: 'asc' }],
    take: MAX_DRIVERS,
  });
}

const driverCard = { id: true, name: true, isOnShift: true, numbers: firstNumber } satisfies Prisma.DriverSelect;

export type DriverCard = Prisma.DriverGetPayload<{ select: typeof driverCard }>;

export function findDriver(id: string): Promise<DriverCard | null> {
  return db.driver.findUnique({ select: driverCard, where: { id } });
}

const driverDelivery = {
  id: true,
  number: true,
  status: true,
  wantedAt: true,
  customerName: true,
  fulfilment: true,
  street: true,
  flat: true,
  district: true,
  city: true,
  totalMinor: true,
  customer: { select: { class: true } },
} satisfies Prisma.DeliverySelect;

export type DriverDelivery = Prisma.DeliveryGetPayload<{ select: typeof driverDelivery }>;

/** What a driver carries between two moments, in the order of the times customers wait for. */
export function listDeliveriesOfDriver(driverId: string, { from, to }: { from: Date; to: Date }): Promise<DriverDelivery[]> {
  return db.delivery.findMany({
    select: driverDelivery,
    where: { driverId, wantedAt: { gte: from, lt: to }, status: { notIn: ['draft', 'cancelled'] } },
    orderBy: [{ wantedAt: 'asc' }, { number: 'asc' }],
    take: MAX_DELIVERIES,
  });
}
