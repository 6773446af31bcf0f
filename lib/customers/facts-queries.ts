import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { withCallability } from '../phone-number.ts';
import { findKeptId } from './kept-customer.ts';
import type { CustomerFacts, EarlierLine, OrderStatistics } from './types.ts';

const ADDRESS_ROWS = 20;
const NUMBER_ROWS = 20;
/** One more than is shown: the delivery that is open may be among them. */
const ORDER_ROWS = 4;
const LINE_ROWS = 30;

export const numbersOfCustomer = {
  select: { id: true, e164: true, display: true, isPrimary: true, contact: { select: { id: true, name: true } } },
  orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
  take: NUMBER_ROWS,
} satisfies Prisma.Customer$numbersArgs;

export const addressesOfCustomer = {
  select: { id: true, street: true, flat: true, district: true, city: true, driverNote: true },
  orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
  take: ADDRESS_ROWS,
} satisfies Prisma.Customer$addressesArgs;

/** What counts as an order: nobody ordered a draft, and a cancelled one was none. */
export const isOrder = { status: { notIn: ['draft', 'cancelled'] } } satisfies Prisma.DeliveryWhereInput;

const productToday = { select: { id: true, name: true, priceMinor: true, isAvailable: true, archivedAt: true } };
const lineSelect = {
  id: true,
  name: true,
  quantity: true,
  note: true,
  product: productToday,
} satisfies Prisma.DeliveryLineSelect;

const factsSelect = {
  id: true,
  name: true,
  company: true,
  class: true,
  note: true,
  numbers: numbersOfCustomer,
  addresses: addressesOfCustomer,
  deliveries: {
    select: {
      id: true,
      number: true,
      status: true,
      wantedAt: true,
      totalMinor: true,
      pointOfSaleId: true,
      lines: { select: lineSelect, orderBy: { position: 'asc' }, take: LINE_ROWS },
    },
    where: isOrder,
    orderBy: [{ wantedAt: { sort: 'desc', nulls: 'last' } }, { id: 'desc' }],
    take: ORDER_ROWS,
  },
} satisfies Prisma.CustomerSelect;

type LineRow = Prisma.DeliveryLineGetPayload<{ select: typeof lineSelect }>;

/**
 * A customer with what a delivery for them needs: numbers, earlier addresses, what they ordered and how much of it. For one who
 * was merged into another it is that one.
 */
export async function findCustomerFacts(id: string): Promise<CustomerFacts | null> {
  const facts = await readFacts(id);
  if (facts) return facts;

  const keptId = await findKeptId(id);
  return keptId ? readFacts(keptId) : null;
}

async function readFacts(id: string): Promise<CustomerFacts | null> {
  const [row, statistics] = await Promise.all([
    db.customer.findUnique({ where: { id }, select: factsSelect }),
    readStatistics(id),
  ]);
  if (!row) return null;

  const { deliveries, numbers, ...customer } = row;
  return {
    ...customer,
    numbers: numbers.map(withCallability),
    statistics,
    orders: deliveries.map(({ pointOfSaleId: _, wantedAt, lines, ...order }) => ({
      ...order,
      wantedAt: wantedAt?.toISOString() ?? null,
      lines: lines.map(withToday),
    })),
    lastPointOfSaleId: deliveries.find((order) => order.pointOfSaleId)?.pointOfSaleId ?? null,
  };
}

/** One pass over the index of the customer's own deliveries. */
export async function readStatistics(customerId: string): Promise<OrderStatistics> {
  const { _count, _sum, _min, _max } = await db.delivery.aggregate({
    where: { customerId, ...isOrder },
    _count: true,
    _sum: { totalMinor: true },
    _min: { wantedAt: true },
    _max: { wantedAt: true },
  });
  return {
    count: _count,
    valueMinor: _sum.totalMinor ?? 0,
    firstAt: _min.wantedAt?.toISOString() ?? null,
    lastAt: _max.wantedAt?.toISOString() ?? null,
  };
}

function withToday({ product, ...line }: LineRow): EarlierLine {
  const { isAvailable, archivedAt, ...today } = product;
  return { ...line, today: isAvailable && !archivedAt ? today : null };
}
