import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { formatAddress } from '../deliveries/address.ts';
import type { AddAddress, ChangeAddress, RemoveAddress } from './address-schema.ts';
import { lockCustomer } from './lock-customer.ts';
import { type Author, recordChange } from './record-change.ts';

export type AddressOutcome = { kind: 'stored' | 'notFound' | 'conflict' };

export function storeAddress(input: AddAddress, author: Author, now: Date): Promise<AddressOutcome> {
  const { customerId, addressId: id, place } = input;
  const lastUsedAt = input.lastUsedAt ? new Date(input.lastUsedAt) : now;

  return db.$transaction(async (tx) => {
    if (!(await lockCustomer(tx, customerId))) return { kind: 'notFound' };

    const { count } = await tx.address.createMany({ data: [{ id, customerId, ...place, lastUsedAt }], skipDuplicates: true });
    if (count === 0) return { kind: (await isTheirs(tx, customerId, id)) ? 'stored' : 'notFound' };
    await recordChange(tx, customerId, author, { addressAdded: formatAddress(place) });
    return { kind: 'stored' };
  });
}

/** Stores what was changed, if what it was changed from still stands. Deliveries keep the address they were made with. */
export function storeAddressChange(input: ChangeAddress, author: Author): Promise<AddressOutcome> {
  const { customerId, addressId: id, from, to } = input;

  return db.$transaction(async (tx) => {
    const { count } = await tx.address.updateMany({ where: { id, customerId, ...from }, data: to });
    if (count === 0) {
      if (await tx.address.findFirst({ where: { id, customerId, ...to }, select: { id: true } })) return { kind: 'stored' };
      return { kind: (await isTheirs(tx, customerId, id)) ? 'conflict' : 'notFound' };
    }
    await recordChange(tx, customerId, author, { addressChanged: formatAddress(to) });
    return { kind: 'stored' };
  });
}

/** One that is gone already is as wanted. */
export function removeAddress({ customerId, addressId: id }: RemoveAddress, author: Author): Promise<void> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const select = { street: true, flat: true, district: true };
    const address = await tx.address.findFirst({ where: { id, customerId }, select });
    if (!address) return;

    await tx.address.delete({ where: { id }, select: { id: true } });
    await recordChange(tx, customerId, author, { addressRemoved: formatAddress(address) });
  });
}

async function isTheirs(tx: Prisma.TransactionClient, customerId: string, id: string): Promise<boolean> {
  return (await tx.address.findFirst({ where: { id, customerId }, select: { id: true } })) !== null;
}
