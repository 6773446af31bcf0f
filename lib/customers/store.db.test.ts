import { randomUUID } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { createCustomerField } from '../../prisma/factories/customer-records.ts';
import { createCustomer } from '../../prisma/factories/customers.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { storeDetails } from './details-store.ts';
import { CreateCustomer } from './schema.ts';
import { storeCustomer } from './store.ts';

const blank = { name: 'Nowa Klientka', company: '', class: 'regular', note: '', birthday: null, source: '' } as const;
const author = async () => ({ userId: (await createUser(db)).id, country: 'PL' });
const input = (change: Partial<CreateCustomer> = {}) =>
  CreateCustomer.parse({ customerId: randomUUID(), details: blank, phone: uniqueNumber(), ...change });
const numbersOf = (customerId: string) =>
  db.phoneNumber.findMany({ where: { customerId }, select: { e164: true, isPrimary: true }, orderBy: { id: 'asc' } });

describe('a new customer', () => {
  test('[S0.16b] is stored with their number as the main one, and the audit says by whom', async () => {
    const by = await author();
    const wish = input({ phone: '600 123 456', details: { ...blank, birthday: '1990-02-28', source: 'A friend' } });

    expect(await storeCustomer(wish, by)).toEqual({ kind: 'created' });

    expect(await numbersOf(wish.customerId)).toEqual([{ e164: '+48600123456', isPrimary: true }]);
    expect(await db.customer.findUnique({ where: { id: wish.customerId } })).toMatchObject({
      birthday: new Date('1990-02-28'),
      source: 'A friend',
      company: null,
    });
    const audit = { userId: by.userId, action: 'customer.created', subjectId: wish.customerId };
    expect(await db.auditEntry.count({ where: audit })).toBe(1);
  });

  test('a repeated save is the same customer', async () => {
    const [by, wish] = [await author(), input()];
    await storeCustomer(wish, by);
    expect(await storeCustomer(wish, by)).toEqual({ kind: 'created' });
    expect(await numbersOf(wish.customerId)).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { action: 'customer.changed', subjectId: wish.customerId } })).toBe(0);
  });

  test('a repeated save stores what was typed since the first, whose answer was lost', async () => {
    const [by, wish] = [await author(), input({ details: { ...blank, birthday: '1990-02-28' } })];
    await storeCustomer(wish, by);
    const typedOn = { ...wish.details, name: 'Zofia Nowa', note: 'No onions' };
    const phone = uniqueNumber();

    expect(await storeCustomer({ ...wish, details: typedOn, phone }, by)).toEqual({ kind: 'created' });
    expect(await db.customer.findUnique({ where: { id: wish.customerId } })).toMatchObject({
      name: 'Zofia Nowa',
      note: 'No onions',
      birthday: new Date('1990-02-28'),
    });
    expect(await numbersOf(wish.customerId)).toEqual([{ e164: phone, isPrimary: true }]);
    const changes = await db.auditEntry.findMany({ where: { action: 'customer.changed', subjectId: wish.customerId } });
    expect(changes).toMatchObject([{ userId: by.userId, details: { fields: 'name, note', mainNumber: phone } }]);
  });

  test('a save that is repeated takes nothing from a colleague, and blanks nothing that was filled in since', async () => {
    const [by, wish] = [await author(), input()];
    await storeCustomer(wish, by);
    const filled = { customerId: wish.customerId, from: { source: '' }, to: { source: 'A friend' } };
    await storeDetails(filled, by);
    await storeCustomer({ ...wish, city: 'Gdynia' }, by);
    const kept = () => db.customer.findUniqueOrThrow({ where: { id: wish.customerId } });
    expect(await kept()).toMatchObject({ source: 'A friend', city: 'Gdynia' });

    await storeDetails({ customerId: wish.customerId, from: { note: '' }, to: { note: 'Rings twice' } }, await author());
    await storeCustomer({ ...wish, details: { ...wish.details, name: 'Late Repeat', note: 'Old' } }, by);
    expect(await kept()).toMatchObject({ name: wish.details.name, note: 'Rings twice', source: 'A friend' });
  });

  test('[S1.15a] is not added where somebody has the number, unless both do', async () => {
    const by = await author();
    const e164 = uniqueNumber();
    await createCustomer(db, { numbers: [e164] });
    const wish = input({ phone: e164 });

    expect(await storeCustomer(wish, by)).toEqual({ kind: 'numberTaken', e164 });
    expect(await db.customer.findUnique({ where: { id: wish.customerId } })).toBeNull();
    expect(await storeCustomer({ ...wish, isShared: true }, by)).toEqual({ kind: 'created' });
  });

  test('[R9] two operators who add the same caller in one instant add one customer', async () => {
    const by = await author();
    const phone = uniqueNumber();
    const outcomes = await Promise.all(Array.from({ length: 6 }, () => storeCustomer(input({ phone }), by)));
    expect(outcomes.filter(({ kind }) => kind === 'created')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'numberTaken')).toHaveLength(5);
  });

  test('[R28] an extension is nobody’s number; without any number a name is enough', async () => {
    const by = await author();
    expect(await storeCustomer(input({ phone: '101' }), by)).toEqual({ kind: 'numberUnreadable' });
    expect(await storeCustomer(input({ phone: ' ' }), by)).toEqual({ kind: 'created' });
  });

  test('[R27] NUL and halves of characters are not stored', () => {
    expect(input({ details: { ...blank, name: 'Zo\u0000fia \uD800' } }).details.name).toBe('Zofia');
  });
});

describe('changing a customer', () => {
  test('stores what was changed and leaves the rest, and the audit names the fields', async () => {
    const by = await author();
    const { id } = await createCustomer(db, { name: 'Before', note: 'Stays' });

    const change = { customerId: id, from: { name: 'Before', company: '' }, to: { name: 'After', company: 'Acme' } };
    expect(await storeDetails(change, by)).toEqual({ kind: 'changed' });
    expect(await storeDetails(change, by)).toEqual({ kind: 'changed' });

    expect(await db.customer.findUnique({ where: { id } })).toMatchObject({ name: 'After', company: 'Acme', note: 'Stays' });
    const entries = await db.auditEntry.findMany({ where: { action: 'customer.changed', subjectId: id } });
    expect(entries.map(({ details }) => details)).toEqual([{ fields: 'name, company' }]);
  });

  test('what a colleague changed meanwhile is not overwritten', async () => {
    const by = await author();
    const { id } = await createCustomer(db, { name: 'Theirs' });
    expect(await storeDetails({ customerId: id, from: { name: 'Old' }, to: { name: 'Mine' } }, by)).toMatchObject({
      kind: 'conflict',
      fields: ['name'],
      theirs: { name: 'Theirs' },
    });
    expect(await storeDetails({ customerId: randomUUID(), from: {}, to: { name: 'x' } }, by)).toEqual({ kind: 'notFound' });
  });
});

describe('own fields of a customer', () => {
  test('are stored by kind, beside what a colleague changes in another', async () => {
    const by = await author();
    const { id: customerId } = await createCustomer(db);
    const [jazz, tables] = [
      await createCustomerField(db, { label: 'Likes jazz', kind: 'yes_no' }),
      await createCustomerField(db, { label: 'Tables', kind: 'number' }),
    ];
    await storeDetails({ customerId, from: {}, to: { extra: { [jazz.id]: true } } }, by);
    const change = { customerId, from: { extra: { [tables.id]: null } }, to: { extra: { [tables.id]: 4 } } };
    expect(await storeDetails(change, by)).toEqual({ kind: 'changed' });

    const { extra } = await db.customer.findUniqueOrThrow({ where: { id: customerId } });
    expect(extra).toEqual({ [jazz.id]: true, [tables.id]: 4 });
    const conflict = { customerId, from: { extra: { [jazz.id]: null } }, to: { extra: { [jazz.id]: false } } };
    expect(await storeDetails(conflict, by)).toMatchObject({ kind: 'conflict', fields: [`extra.${jazz.id}`] });
    const audited = await db.auditEntry.findMany({ where: { subjectId: customerId }, orderBy: { id: 'asc' } });
    expect(audited.map(({ details }) => details)).toEqual([{ fields: 'Likes jazz' }, { fields: 'Tables' }]);
  });

  test('refuse what is no value of theirs, and say which; a choice that is gone may stay', async () => {
    const by = await author();
    const tier = await createCustomerField(db, { kind: 'choice', choices: ['Gold'] });
    const { id: customerId } = await createCustomer(db, { name: 'Same', extra: { [tier.id]: 'Lead' } });
    const set = (value: string) =>
      storeDetails(
        { customerId, from: { name: 'Same', extra: { [tier.id]: 'Lead' } }, to: { name: 'New', extra: { [tier.id]: value } } },
        by,
      );

    expect(await set('Tin')).toEqual({ kind: 'invalid', problems: { [`extra.${tier.id}`]: 'fieldNoChoice' } });
    expect(await db.customer.findUnique({ where: { id: customerId } })).toMatchObject({ name: 'Same' });
    expect(await set('Lead')).toEqual({ kind: 'changed' });
    const unknown = { customerId, from: {}, to: { extra: { [randomUUID()]: 'x' } } };
    expect(await storeDetails(unknown, by)).toMatchObject({ kind: 'invalid' });
  });
});
