import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { boundsOfDay } from '../wall-clock.ts';
import type { DeliveryFilter } from './filter.ts';
import { OPEN_STATUSES } from './status.ts';

export const PAGE_ROWS = 100;
const DRAFT_ROWS = 20;
/** Late is counted in whole minutes, as overdueMinutes does. */
const MINUTE_MS = 60_000;

const deliveryRow = {
  id: true,
  number: true,
  status: true,
  wantedAt: true,
  customerName: true,
  customer: { select: { class: true } },
  phoneE164: true,
  phoneDisplay: true,
  fulfilment: true,
  street: true,
  flat: true,
  district: true,
  itemCount: true,
  totalMinor: true,
  driver: { select: { name: true } },
  pointOfSale: { select: { name: true } },
} satisfies Prisma.DeliverySelect;

export type DeliveryRow = Prisma.DeliveryGetPayload<{ select: typeof deliveryRow }>;

/** A day of the organisation's calendar; `today` also holds what is still open from the days before. */
export type ListedDay = { day: string; isToday: boolean; timeZone: string } | null;

/** One page, earliest first, those without a time last; `filter.after` is the last row of the page before (keyset: any page costs what the first does). */
export async function listDeliveries(filter: DeliveryFilter, day: ListedDay): Promise<{ rows: DeliveryRow[]; hasMore: boolean }> {
  const rows = await db.delivery.findMany({
    select: deliveryRow,
    where: { AND: [ofStatus(filter), ofDay(day, filter), ofPointOfSale(filter), withText(filter), after(filter)] },
    orderBy: [{ wantedAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
    take: PAGE_ROWS + 1,
  });
  return { rows: rows.slice(0, PAGE_ROWS), hasMore: rows.length > PAGE_ROWS };
}

/** Drafts that somebody left behind, last one first: a few beside the open deliveries, a page where they are asked for. */
export function listDrafts(filter: DeliveryFilter): Promise<DeliveryRow[]> {
  return db.delivery.findMany({
    select: deliveryRow,
    where: { AND: [{ status: 'draft' }, ofPointOfSale(filter), withText(filter)] },
    orderBy: [{ number: 'desc' }],
    take: filter.status === 'draft' ? PAGE_ROWS : DRAFT_ROWS,
  });
}

/** What stands above the list, whatever is filtered. */
export async function countOpen(now: Date): Promise<{ open: number; late: number }> {
  const open = { status: { in: [...OPEN_STATUSES] } };
  const [all, late] = await Promise.all([
    db.delivery.count({ where: open }),
    db.delivery.count({ where: { ...open, wantedAt: { lte: new Date(now.getTime() - MINUTE_MS) } } }),
  ]);
  return { open: all, late };
}

function ofStatus({ status }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (status === 'any') return { status: { not: 'draft' } };
  return status ? { status } : { status: { in: [...OPEN_STATUSES] } };
}

function ofDay(day: ListedDay, { status }: DeliveryFilter): Prisma.DeliveryWhereInput {
  const bounds = day && boundsOfDay(day.day, day.timeZone);
  if (!bounds) return {};
  const isOpenToday = day.isToday && !status;
  // An open one whose time nobody knows is due on any day, so it must not be missing today.
  if (isOpenToday) return { OR: [{ wantedAt: { lt: bounds.to } }, { wantedAt: null }] };
  return { wantedAt: { gte: bounds.from, lt: bounds.to } };
}

function ofPointOfSale({ pointOfSale }: DeliveryFilter): Prisma.DeliveryWhereInput {
  return pointOfSale ? { pointOfSaleId: pointOfSale } : {};
}

/** A delivery's number exactly, a part of a name, or the digits of a phone number in a row. */
function withText({ text }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!text) return {};
  const digits = text.replace(/\D/g, '');
  const isNumeric = digits.length > 0 && /^[\d\s+()#-]+$/.test(text);
  if (!isNumeric) return { customerName: { contains: text, mode: 'insensitive' } };

  const byPhone = { phoneE164: { contains: digits } };
  return digits.length <= 9 ? { OR: [{ number: Number(digits) }, byPhone] } : byPhone;
}

function after({ after: key }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!key) return {};
  const sameTime = { wantedAt: key.wantedAt, id: { gt: key.id } };
  return key.wantedAt ? { OR: [{ wantedAt: { gt: key.wantedAt } }, sameTime, { wantedAt: null }] } : sameTime;
}
