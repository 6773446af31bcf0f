import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';

type Store = Prisma.TransactionClient;

type ContactInput = Partial<Prisma.ContactPersonCreateManyInput> & { customerId: string };

export function buildContact(overrides: ContactInput) {
  return { id: randomUUID(), name: 'Teresa Testowa', position: 'Dispatcher', ...overrides };
}

export function createContact(db: Store, overrides: ContactInput) {
  return db.contactPerson.create({ data: buildContact(overrides) });
}

/** A field that the organisation gave its customers. */
export function buildCustomerField(overrides: Partial<Prisma.CustomerFieldCreateManyInput> = {}) {
  const id = overrides.id ?? randomUUID();
  return { label: `Field ${id}`, kind: 'text' as const, choices: [], ...overrides, id };
}

export function createCustomerField(db: Store, overrides: Partial<Prisma.CustomerFieldCreateManyInput> = {}) {
  return db.customerField.create({ data: buildCustomerField(overrides) });
}
