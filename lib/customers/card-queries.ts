import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';
import { withCallability } from '../phone-number.ts';
import { addressesOfCustomer, numbersOfCustomer } from './facts-queries.ts';
import { toDetails } from './policy.ts';

const DELIVERY_ROWS = 20;
const CALL_ROWS = 20;

const customerSelect = {
  id: true,
  name: true,
  company: true,
  class: true,
  note: true,
  birthday: true,
  source: true,
  city: true,
  country: true,
  createdAt: true,
  photoId: true,
  numbers: numbersOfCustomer,
  addresses: addressesOfCustomer,
} satisfies Prisma.CustomerSelect;

/** A customer as their card shows them. */
export async function findCustomer(id: string) {
  const row = await db.customer.findUnique({ where: { id }, select: customerSelect });
  if (!row) return null;

  const { city, country, numbers, addresses, createdAt, photoId } = row;
  const details = toDetails({ ...row, birthday: row.birthday?.toISOString().slice(0, 10) ?? null });
  return { id, details, city, country, createdAt, photoId, numbers: numbers.map(withCallability), addresses };
}
export type CustomerCard = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

const deliverySelect = {
  id: true,
  number: true,
  status: true,
  wantedAt: true,
  fulfilment: true,
  street: true,
  flat: true,
  district: true,
  totalMinor: true,
  pointOfSale: { select: { name: true } },
} satisfies Prisma.DeliverySelect;
export type CustomerDelivery = Prisma.DeliveryGetPayload<{ select: typeof deliverySelect }>;

/** Their deliveries, what is open first, then the latest. */
export async function listDeliveriesOfCustomer(customerId: string): Promise<CustomerDelivery[]> {
  const open = { in: [...OPEN_STATUSES] };
  const read = (status: Prisma.EnumDeliveryStatusFilter, sort: 'asc' | 'desc') =>
    db.delivery.findMany({
      select: deliverySelect,
      where: { customerId, status },
      orderBy: [{ wantedAt: { sort, nulls: 'last' } }, { id: sort }],
      take: DELIVERY_ROWS,
    });

  const [current, past] = await Promise.all([read(open, 'asc'), read({ not: open }, 'desc')]);
  return [...current, ...past].slice(0, DELIVERY_ROWS);
}

const callSelect = {
  id: true,
  direction: true,
  phase: true,
  startedAt: true,
  talkSeconds: true,
  isMissed: true,
  fromDisplay: true,
  toDisplay: true,
  operator: { select: { name: true } },
  line: { select: { name: true } },
} satisfies Prisma.CallSelect;
export type CustomerCall = Prisma.CallGetPayload<{ select: typeof callSelect }>;

/** Calls from and to their numbers, of those that the viewer may see, latest first. */
export async function listCallsOfCustomer(numbers: { e164: string }[], viewer: CallViewer): Promise<CustomerCall[]> {
  const e164 = { in: numbers.map((number) => number.e164) };
  if (numbers.length === 0) return [];

  return db.call.findMany({
    select: callSelect,
    where: { AND: [{ OR: [{ fromE164: e164 }, { toE164: e164 }] }, visibleTo(viewer)] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: CALL_ROWS,
  });
}
