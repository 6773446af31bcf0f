import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { AddContact, ChangeContact, RemoveContact } from './contact-schema.ts';
import { lockCustomer } from './lock-customer.ts';
import { type Author, recordChange } from './record-change.ts';

export type ContactOutcome = { kind: 'stored' | 'notFound' | 'conflict' };

/** A person at a company, with those of its numbers that are theirs. */
export function storeContact(
  { customerId, contactId: id, details, numbers }: AddContact,
  author: Author,
): Promise<ContactOutcome> {
  return db.$transaction(async (tx) => {
    if (!(await lockCustomer(tx, customerId))) return { kind: 'notFound' };

    const { count } = await tx.contactPerson.createMany({ data: [{ id, customerId, ...details }], skipDuplicates: true });
    if (count === 0) return { kind: (await isTheirs(tx, customerId, id)) ? 'stored' : 'notFound' };
    await tx.phoneNumber.updateMany({ where: { customerId, e164: { in: numbers } }, data: { contactId: id } });
    await recordChange(tx, customerId, author, { contactAdded: details.name });
    return { kind: 'stored' };
  });
}

/** Stores what was changed, if what it was changed from still stands. */
export function storeContactChange(input: ChangeContact, author: Author): Promise<ContactOutcome> {
  const { customerId, contactId: id, from, to } = input;

  return db.$transaction(async (tx) => {
    const { count } = await tx.contactPerson.updateMany({ where: { id, customerId, ...from }, data: to });
    if (count === 0) {
      if (await tx.contactPerson.findFirst({ where: { id, customerId, ...to }, select: { id: true } })) return { kind: 'stored' };
      return { kind: (await isTheirs(tx, customerId, id)) ? 'conflict' : 'notFound' };
    }
    await recordChange(tx, customerId, author, { contactChanged: to.name });
    return { kind: 'stored' };
  });
}

/** Their numbers stay the company's. One who is gone already is as wanted. */
export function removeContact({ customerId, contactId: id }: RemoveContact, author: Author): Promise<void> {
  return db.$transaction(async (tx) => {
    await lockCustomer(tx, customerId);
    const contact = await tx.contactPerson.findFirst({ where: { id, customerId }, select: { name: true } });
    if (!contact) return;

    await tx.contactPerson.delete({ where: { id }, select: { id: true } });
    await recordChange(tx, customerId, author, { contactRemoved: contact.name });
  });
}

export async function isTheirs(tx: Prisma.TransactionClient, customerId: string, contactId: string): Promise<boolean> {
  return (await tx.contactPerson.findFirst({ where: { id: contactId, customerId }, select: { id: true } })) !== null;
}
