import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { boundsOfDay } from '../wall-clock.ts';
import type { DeliveryFilter } from './filter.ts';
import { type CountedGroup, lateSince, MAX_COUNTED, soonUntil } from './grouping.ts';
import { sameContent } from './merge.ts';
import { NOBODY } from './nobody.ts';
import { savedSelect, toSaved } from './row.ts';
import { FINAL_STATUSES, isOpen, OPEN_STATUSES } from './status.ts';
import type { SavedDelivery } from './types.ts';

export const PAGE_ROWS = 100;
export const DRAFT_ROWS = 20;
const deliveryRow = {
  id: true,
  number: true,
  status: true,
  problemReason: true,
  wantedAt: true,
  promisedAt: true,
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
  driver: {
    select: { name: true, numbers: { select: { e164: true }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }], take: 1 } },
  },
  pointOfSale: { select: { name: true } },
  responsible: { select: { name: true } },
  updatedAt: true,
  events: { select: { type: true }, where: { type: { in: ['changed', 'sent'] } }, orderBy: { id: 'desc' }, take: 1 },
} satisfies Prisma.DeliverySelect;

export type DeliveryRow = Prisma.DeliveryGetPayload<{ select: typeof deliveryRow }>;

/** A day of the organisation's calendar; `today` also holds what is still open from the days before. */
export type ListedDay = { day: string; isToday: boolean; timeZone: string } | null;

/**
 * One page, earliest first, those without a time last; `filter.after` is the last row of the page before. The index is entered at
 * that row, so that any page costs what the first does: for this those without a time are asked for apart.
 */
export async function listDeliveries(filter: DeliveryFilter, day: ListedDay): Promise<{ rows: DeliveryRow[]; hasMore: boolean }> {
  const find = (from: Prisma.DeliveryWhereInput, take: number) =>
    db.delivery.findMany({
      select: deliveryRow,
      where: { AND: [listed(filter, day), from] },
      orderBy: [{ wantedAt: { sort: 'asc', nulls: 'last' } }, { id: 'asc' }],
      take,
    });
  const rows = await find(after(filter), PAGE_ROWS + 1);
  const missing = PAGE_ROWS + 1 - rows.length;
  if (filter.after?.wantedAt && missing > 0) rows.push(...(await find({ wantedAt: null }, missing)));

  return { rows: rows.slice(0, PAGE_ROWS), hasMore: rows.length > PAGE_ROWS };
}

/**
 * Which of these were changed after they were sent, and differ from what was sent. Only a delivery whose last step is a change
 * can: of a page these are a few, so their whole contents are compared.
 */
export async function findUnsent(rows: DeliveryRow[]): Promise<ReadonlySet<string>> {
  const changed = rows.filter((row) => isOpen(row.status) && row.events[0]?.type === 'changed').map((row) => row.id);
  if (changed.length === 0) return new Set();

  const saved = await db.delivery.findMany({
    select: savedSelect,
    where: { id: { in: changed } },
    orderBy: { id: 'asc' },
    take: PAGE_ROWS,
  });
  return new Set(saved.filter((row) => hasUnsent(toSaved(row))).map((row) => row.id));
}

function hasUnsent({ content, sentContent }: SavedDelivery): boolean {
  return sentContent !== null && !sameContent(content, sentContent);
}

/** Drafts that somebody left behind, last one first: a few beside the open deliveries, a page where they are asked for. */
export function listDrafts(filter: DeliveryFilter): Promise<DeliveryRow[]> {
  return db.delivery.findMany({
    select: deliveryRow,
    where: draftsOf(filter),
    orderBy: [{ number: 'desc' }],
    take: filter.status === 'draft' ? PAGE_ROWS : DRAFT_ROWS,
  });
}

export function countDrafts(filter: DeliveryFilter): Promise<number> {
  return db.delivery.count({ where: draftsOf(filter), take: MAX_COUNTED });
}

/** What stands above the list, whatever is filtered. */
export async function countOpen(now: Date): Promise<{ open: number; late: number }> {
  const open = { status: { in: [...OPEN_STATUSES] } };
  const [all, late] = await Promise.all([
    db.delivery.count({ where: open, take: MAX_COUNTED }),
    db.delivery.count({ where: { ...open, ...wantedIn('late', now) }, take: MAX_COUNTED }),
  ]);
  return { open: all, late };
}

/** How many the filter finds in each group, for a list that is longer than its page; counted no further than MAX_COUNTED. */
export async function countGroups(filter: DeliveryFilter, day: ListedDay, now: Date): Promise<Record<CountedGroup, number>> {
  const count = (where: Prisma.DeliveryWhereInput) =>
    db.delivery.count({ where: { AND: [listed(filter, day), where] }, take: MAX_COUNTED });
  const open = { status: { in: [...OPEN_STATUSES] } };
  const [late, soon, later, done] = await Promise.all([
    count({ ...open, ...wantedIn('late', now) }),
    count({ ...open, ...wantedIn('soon', now) }),
    count({ ...open, ...wantedIn('later', now) }),
    count({ status: { in: [...FINAL_STATUSES] } }),
  ]);
  return { late, soon, later, done };
}

/** groupOf, in the words of a query. */
function wantedIn(group: 'late' | 'soon' | 'later', now: Date): Prisma.DeliveryWhereInput {
  const [lateUntil, until] = [lateSince(now), soonUntil(now)];
  if (group === 'late') return { wantedAt: { lte: lateUntil } };
  if (group === 'soon') return { wantedAt: { gt: lateUntil, lte: until } };
  return { OR: [{ wantedAt: { gt: until } }, { wantedAt: null }] };
}

function draftsOf(filter: DeliveryFilter): Prisma.DeliveryWhereInput {
  return { AND: [{ status: 'draft' }, ofPointOfSale(filter), ofDriver(filter), withText(filter)] };
}

function listed(filter: DeliveryFilter, day: ListedDay): Prisma.DeliveryWhereInput {
  return { AND: [ofStatus(filter), ofDay(day, filter), ofPointOfSale(filter), ofDriver(filter), withText(filter)] };
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
function after({ after: key }: DeliveryFilter): Prisma.DeliveryWhereInput {
  if (!key) return {};
  if (!key.wantedAt) return { wantedAt: null, id: { gt: key.id } };
  return { wantedAt: { gte: key.wantedAt }, NOT: { wantedAt: key.wantedAt, id: { lte: key.id } } };
}
