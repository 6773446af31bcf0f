import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

const ADDRESS_ROWS = 20;

const customerForDelivery = {
  id: true,
  name: true,
  company: true,
  class: true,
  note: true,
  numbers: { select: { e164: true, display: true, isPrimary: true }, orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }] },
  addresses: {
    select: { id: true, street: true, flat: true, district: true, city: true, driverNote: true },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: ADDRESS_ROWS,
  },
  deliveries: {
    select: { pointOfSaleId: true },
    where: { status: { notIn: ['draft', 'cancelled'] }, pointOfSaleId: { not: null } },
    orderBy: [{ wantedAt: 'desc' }],
    take: 1,
  },
  _count: { select: { deliveries: true } },
} satisfies Prisma.CustomerSelect;

/** A customer with what a delivery for them needs: numbers, earlier addresses (last used first), where their last one went. */
export type CustomerForDelivery = Prisma.CustomerGetPayload<{ select: typeof customerForDelivery }>;
export type EarlierAddress = CustomerForDelivery['addresses'][number];

export function findCustomerForDelivery(id: string): Promise<CustomerForDelivery | null> {
  return db.customer.findUnique({ where: { id }, select: customerForDelivery });
}
