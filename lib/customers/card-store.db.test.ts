import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createContact } from '../../prisma/factories/customer-records.ts';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { AddAddress, ChangeAddress } from './address-schema.ts';
import { removeAddress, storeAddress, storeAddressChange } from './address-store.ts';
import { listAddressesOfCustomer } from './card-queries.ts';
import { AddContact, ChangeContact } from './contact-schema.ts';
import { removeContact, storeContact, storeContactChange } from './contact-store.ts';

const now = new Date('2026-11-28T10:00:00Z');
const author = async () => ({ userId: (await createUser(db)).id, country: 'PL' });

describe('contact persons of a company', () => {
  const teresa = { name: 'Teresa Lis', position: 'Dispatcher' };

  test('one is added once, with their numbers; gone and back again they have them again', async () => {
    const by = await author();
    const numbers = [uniqueNumber(), uniqueNumber()];
    const { id: customerId } = await createCustomer(db, { numbers });
    const contactId = randomUUID();
    const add = AddContact.parse({ customerId, contactId, details: teresa, numbers: numbers.slice(1) });
    for (let times = 0; times < 2; times += 1) expect(await storeContact(add, by)).toEqual({ kind: 'stored' });
    expect(await db.phoneNumber.count({ where: { customerId, contactId } })).toBe(1);

    await removeContact({ customerId, contactId }, by);
    expect(await db.phoneNumber.count({ where: { customerId, contactId: null } })).toBe(2);
    await storeContact(add, by);
    expect(await db.phoneNumber.findFirst({ where: { contactId } })).toMatchObject({ e164: numbers[1] });
  });

  test('what a colleague changed meanwhile is not overwritten', async () => {
    const by = await author();
    const { id: customerId } = await createCustomer(db);
    const { id: contactId } = await createContact(db, { customerId, ...teresa });
    const change = (position: string) =>
      storeContactChange(ChangeContact.parse({ customerId, contactId, from: teresa, to: { ...teresa, position } }), by);

    expect(await change('Boss')).toEqual({ kind: 'stored' });
    expect(await change('Boss')).toEqual({ kind: 'stored' });
    expect(await change('Driver')).toEqual({ kind: 'conflict' });
    await removeContact({ customerId, contactId }, by);
    expect(await change('Boss')).toEqual({ kind: 'notFound' });
  });

  test('nobody is a contact person of a customer who is gone, or of two', async () => {
    const by = await author();
    const contact = await createContact(db, { customerId: (await createCustomer(db)).id });
    for (const customerId of [randomUUID(), (await createCustomer(db)).id]) {
      const add = AddContact.parse({ customerId, contactId: contact.id, details: teresa });
      expect(await storeContact(add, by)).toEqual({ kind: 'notFound' });
    }
    expect(
      AddContact.safeParse({ customerId: contact.id, contactId: contact.id, details: { name: ' ', position: '' } }).success,
    ).toBe(false);
  });
});

describe('addresses of a customer', () => {
  const place = { street: 'Dolna 9', flat: '', district: 'Mokotów', city: 'Warszawa', driverNote: 'Gate 2' };

  test('one is added, changed and removed; back again it has its place among the others', async () => {
    const by = await author();
    const { id: customerId } = await createCustomer(db);
    const newest = await createAddress(db, { customerId, lastUsedAt: new Date('2026-11-20T10:00:00Z') });
    const addressId = randomUUID();
    const lastUsedAt = '2026-11-01T10:00:00.000Z';
    await storeAddress(AddAddress.parse({ customerId, addressId, place }), by, now);
    expect((await listAddressesOfCustomer(customerId)).map(({ id }) => id)).toEqual([addressId, newest.id]);

    const change = (to: object) =>
      storeAddressChange(ChangeAddress.parse({ customerId, addressId, from: place, to: { ...place, ...to } }), by);
    expect(await change({ flat: '4' })).toEqual({ kind: 'stored' });
    expect(await change({ flat: '5' })).toEqual({ kind: 'conflict' });

    await removeAddress({ customerId, addressId }, by);
    await storeAddress(AddAddress.parse({ customerId, addressId, place, lastUsedAt }), by, now);
    expect((await listAddressesOfCustomer(customerId)).map(({ id }) => id)).toEqual([newest.id, addressId]);
    const audited = await db.auditEntry.findMany({ where: { subjectId: customerId }, orderBy: { id: 'asc' } });
    expect(audited.flatMap(({ details }) => Object.keys(Object(details)))).toEqual([
      'addressAdded',
      'addressChanged',
      'addressRemoved',
      'addressAdded',
    ]);
  });

  test('an address without a street is none', () => {
    const add = { customerId: randomUUID(), addressId: randomUUID(), place: { ...place, street: '  ' } };
    expect(AddAddress.safeParse(add).success).toBe(false);
  });
});
