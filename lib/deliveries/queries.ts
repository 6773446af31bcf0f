import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { DeliveryFilter } from './filter.ts';
import { after, draftsOf, listed } from './list-where.ts';
import type { ListedDay } from './listed-day.ts';
import { sameContent } from './merge.ts';
import { savedSelect, toSaved } from './row.ts';
import { isOpen } from './status.ts';
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

/**
 * One page, earliest first, those without a time last; `filter.after` is the last row of the page before. The index is entered at
 * that row, so that any page costs what the first does: for this those without a time are asked for apart.
 */
export async function listDeliveries(
  filter: DeliveryFilter,
  day: ListedDay | null,
): Promise<{ rows: DeliveryRow[]; hasMore: boolean }> {
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
