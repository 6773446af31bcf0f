import type { Prisma } from '../db/generated/client.ts';
import type { DeliveryFilter } from './filter.ts';
import { lateSince, soonUntil } from './grouping.ts';
import type { ListedDay } from './listed-day.ts';
import { NOBODY } from './nobody.ts';
import { isOpen, OPEN_STATUSES } from './status.ts';

/** groupOf, in the words of a query. */
export function wantedIn(group: 'late' | 'soon' | 'later', now: Date): Prisma.DeliveryWhereInput {
  const [lateUntil, until] = [lateSince(now), soonUntil(now)];
  if (group === 'late') return { wantedAt: { lte: lateUntil } };
  if (group === 'soon') return { wantedAt: { gt: lateUntil, lte: until } };
  return { OR: [{ wantedAt: { gt: until } }, { wantedAt: null }] };
}

export function draftsOf(filter: DeliveryFilter): Prisma.DeliveryWhereInput {
  return { AND: [{ status: 'draft' }, ofPointOfSale(filter), ofDriver(filter), withText(filter)] };
}

export function listed(filter: DeliveryFilter, day: ListedDay | null): Prisma.DeliveryWhereInput {
  return { AND: [ofStatus(filter), ofDay(day, filter), ofPointOfSale(filter), ofDriver(filter), withText(filter)] };
}

function ofStatus({ status }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (status === 'any') return { status: { not: 'draft' } };
  return status ? { status } : { status: { in: [...OPEN_STATUSES] } };
}

function ofDay(day: ListedDay | null, { status }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!day) return {};
  const onTheDay = { wantedAt: { gte: day.from, lt: day.to } };
  if (!day.isToday) return onTheDay;

  // What is open is due today too where it was wanted before, or nobody knows when.
  const due = { OR: [{ wantedAt: { lt: day.to } }, { wantedAt: null }] };
  if (status === 'any') return { OR: [onTheDay, { status: { in: [...OPEN_STATUSES] }, ...due }] };
  return !status || isOpen(status) ? due : onTheDay;
}

function ofPointOfSale({ pointOfSale }: DeliveryFilter): Prisma.DeliveryWhereInput {
  return pointOfSale ? { pointOfSaleId: pointOfSale } : {};
}

function ofDriver({ driver }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!driver) return {};
  return { driverId: driver === NOBODY ? null : driver };
}

/** A delivery's number exactly, the digits of a phone number in a row however they are written, or a part of a name or a street. */
function withText({ text }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!text) return {};
  const digits = text.replace(/\D/g, '');
  const isNumeric = digits.length > 0 && /^[\d\s+()#./-]+$/.test(text);
  const part = { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' as const };
  if (!isNumeric) return { OR: [{ customerName: part }, { street: part }] };

  // The zeros that lead out of a house or a country (0048…, 022…) are no part of what is stored.
  const byPhone = { phoneE164: { contains: digits.replace(/^0+(?=\d)/, '') } };
  return digits.length <= 9 ? { OR: [{ number: Number(digits) }, byPhone] } : byPhone;
}

/** Behind the last row of the page before, among those with a time, or among those without. */
export function after({ after: key }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!key) return {};
  if (!key.wantedAt) return { wantedAt: null, id: { gt: key.id } };
  return { wantedAt: { gte: key.wantedAt }, NOT: { wantedAt: key.wantedAt, id: { lte: key.id } } };
}
