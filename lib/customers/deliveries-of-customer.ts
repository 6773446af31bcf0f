import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';
import type { Page } from '../page.ts';
import type { DeliveryPageKey } from './card-pages.ts';

export const DELIVERY_ROWS = 20;

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

/** A page of their deliveries: what is open first, the next due before the later; then the latest. `after` is the last row before. */
export async function listDeliveriesOfCustomer(
  customerId: string,
  after: DeliveryPageKey | null = null,
  rows = DELIVERY_ROWS,
): Promise<Page<CustomerDelivery, DeliveryPageKey>> {
  const open = after?.isOpen === false ? [] : await read(customerId, true, after, rows + 1);
  const past = open.length > rows ? [] : await read(customerId, false, after?.isOpen ? null : after, rows + 1 - open.length);
  const found = [
    ...open.map((delivery) => ({ delivery, isOpen: true })),
    ...past.map((delivery) => ({ delivery, isOpen: false })),
  ];

  const shown = found.slice(0, rows);
  const last = found.length > rows ? shown.at(-1) : undefined;
  const next = last && {
    isOpen: last.isOpen,
    wantedAt: last.delivery.wantedAt?.toISOString() ?? null,
    id: last.delivery.id,
  };
  return { rows: shown.map(({ delivery }) => delivery), next: next ?? null };
}

function read(customerId: string, isOpen: boolean, after: DeliveryPageKey | null, take: number): Promise<CustomerDelivery[]> {
  const open = [...OPEN_STATUSES];
  const sort = isOpen ? 'asc' : 'desc';
  return db.delivery.findMany({
    select: deliverySelect,
    where: { customerId, status: isOpen ? { in: open } : { notIn: open }, ...(after && beyond(after, isOpen)) },
    orderBy: [{ wantedAt: { sort, nulls: 'last' } }, { id: sort }],
    take,
  });
}

/** Those without a time come last, in either direction. */
function beyond({ wantedAt, id }: DeliveryPageKey, isOpen: boolean): Prisma.DeliveryWhereInput {
  const further = (than: string | Date) => (isOpen ? { gt: than } : { lt: than });
  const nextId = isOpen ? { gt: id } : { lt: id };
  if (wantedAt === null) return { wantedAt: null, id: nextId };

  const at = new Date(wantedAt);
  return { OR: [{ wantedAt: further(at) }, { wantedAt: at, id: nextId }, { wantedAt: null }] };
}
