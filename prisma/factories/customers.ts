import { randomUUID } from 'node:crypto';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { uniqueNumber, writtenNumber } from './numbers.ts';

type Store = Prisma.TransactionClient;

export function buildCustomer(overrides: Partial<Prisma.CustomerCreateManyInput> = {}) {
  return {
    id: randomUUID(),
    name: 'Zofia Testowa',
    company: null,
    class: 'regular' as const,
    note: '',
    city: 'Warszawa',
    country: 'PL',
    ...overrides,
  };
}

/** Stores a customer with these numbers (E.164), the first of them primary. */
export function createCustomer(
  db: Store,
  { numbers = [], ...overrides }: Partial<Prisma.CustomerCreateManyInput> & { numbers?: string[] } = {},
) {
  const rows = numbers.map((e164, index) => ({ ...writtenNumber(e164), isPrimary: index === 0 }));
  return db.customer.create({ data: { ...buildCustomer(overrides), numbers: { create: rows } } });
}

export function buildDriver(overrides: Partial<Prisma.DriverCreateManyInput> = {}) {
  return { id: randomUUID(), name: 'Damian Testowy', isOnShift: true, ...overrides };
}

/** Stores a driver with these numbers (E.164), the first of them primary. */
export function createDriver(
  db: Store,
  { numbers = [], ...overrides }: Partial<Prisma.DriverCreateManyInput> & { numbers?: string[] } = {},
) {
  const rows = numbers.map((e164, index) => ({ ...writtenNumber(e164), isPrimary: index === 0 }));
  return db.driver.create({ data: { ...buildDriver(overrides), numbers: { create: rows } } });
}

type Owner = { customerId: string } | { driverId: string };

export function buildPhoneNumber(overrides: Partial<Prisma.PhoneNumberCreateManyInput> & Owner) {
  return { id: randomUUID(), ...writtenNumber(overrides.e164 ?? uniqueNumber()), isPrimary: false, ...overrides };
}

export function createPhoneNumber(db: Store, overrides: Partial<Prisma.PhoneNumberCreateManyInput> & Owner) {
  return db.phoneNumber.create({ data: buildPhoneNumber(overrides) });
}

type AddressInput = Partial<Prisma.AddressCreateManyInput> & { customerId: string };

export function buildAddress(overrides: AddressInput) {
  return {
    id: randomUUID(),
    street: 'Puławska 12',
    flat: '4',
    district: 'Mokotów',
    city: 'Warszawa',
    driverNote: '',
    lastUsedAt: new Date(),
    ...overrides,
  };
}

export function createAddress(db: Store, overrides: AddressInput) {
  return db.address.create({ data: buildAddress(overrides) });
}
