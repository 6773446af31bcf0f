import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { withCallability } from '../phone-number.ts';
import { detailsSelect } from './details-store.ts';
import { MAX_NUMBERS } from './limits.ts';
import { toCardDetails } from './policy.ts';

const ADDRESS_ROWS = 100;
const CONTACT_ROWS = 100;

const customerSelect = {
  id: true,
  ...detailsSelect,
  createdAt: true,
  photoId: true,
  numbers: {
    select: {
      id: true,
      e164: true,
      display: true,
      isPrimary: true,
      contact: { select: { id: true, name: true } },
    },
    orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
    take: MAX_NUMBERS,
  },
} satisfies Prisma.CustomerSelect;

/** A customer as the head of their card shows them. */
export async function findCustomer(id: string) {
  const row = await db.customer.findUnique({ where: { id }, select: customerSelect });
  if (!row) return null;

  const { numbers, createdAt, photoId } = row;
  return { id, details: toCardDetails(row), createdAt, photoId, numbers: numbers.map(withCallability) };
}
export type CustomerCard = NonNullable<Awaited<ReturnType<typeof findCustomer>>>;

const contactSelect = { id: true, name: true, position: true } satisfies Prisma.ContactPersonSelect;
export type CustomerContact = Prisma.ContactPersonGetPayload<{ select: typeof contactSelect }>;

/** Whom one talks to at a company. */
export function listContactsOfCustomer(customerId: string): Promise<CustomerContact[]> {
  return db.contactPerson.findMany({
    select: contactSelect,
    where: { customerId },
    orderBy: [{ name: 'asc' }, { id: 'asc' }],
    take: CONTACT_ROWS,
  });
}

const addressSelect = {
  id: true,
  street: true,
  flat: true,
  district: true,
  city: true,
  driverNote: true,
  lastUsedAt: true,
} satisfies Prisma.AddressSelect;
export type CustomerAddress = Prisma.AddressGetPayload<{ select: typeof addressSelect }>;

/** Where they have it brought, last used first. */
export function listAddressesOfCustomer(customerId: string): Promise<CustomerAddress[]> {
  return db.address.findMany({
    select: addressSelect,
    where: { customerId },
    orderBy: [{ lastUsedAt: 'desc' }, { id: 'asc' }],
    take: ADDRESS_ROWS,
  });
}
