import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createAddress, createCustomer } from '../../prisma/factories/customers.ts';
import { createPbxWorld } from '../../prisma/factories/pbx-world.ts';
import { createOrganisation, createUser } from '../../prisma/factories/people.ts';
import { runImport } from '../customer-import/run-import.ts';
import { importRow, waitingImport } from '../customer-import/testing.ts';
import { listCustomers } from '../customers/list-queries.ts';
import { db } from '../db/client.ts';
import { exportCustomers } from './export-customers.ts';

let userId: string;

beforeAll(async () => {
  await createPbxWorld();
  await createOrganisation(db);
});

beforeEach(async () => {
  await db.customer.deleteMany();
  await db.customerField.deleteMany();
  userId = (await createUser(db)).id;
});

async function exported(filter = {}, rowsAPage = 2): Promise<string> {
  let text = '';
  for await (const part of exportCustomers({ filter, country: 'PL', userId, rowsAPage })) text += part;
  return text;
}

async function everything() {
  const rows = await db.customer.findMany({
    omit: { id: true, createdAt: true },
    include: {
      numbers: { select: { e164: true, isPrimary: true }, orderBy: [{ isPrimary: 'desc' }, { e164: 'asc' }] },
      addresses: { select: { street: true, flat: true, district: true, city: true, driverNote: true } },
    },
    orderBy: { name: 'asc' },
  });
  return rows;
}

const NASTY = [
  '=HYPERLINK("http://x","y")',
  '+48 is no number',
  '-1',
  '@cmd',
  "'=quoted",
  "'; DROP TABLE x; --",
  'a;b,c\t"d"\ne',
  '😀 \u202Eevil',
  'Żółć',
];

describe('exportCustomers', () => {
  test('[S2.36] takes whom the list shows, also where a whole number that nobody has is a part of theirs', async () => {
    await createCustomer(db, { name: 'Pager', numbers: ['+48730646882'] });
    await createCustomer(db, { name: 'Somebody Else', numbers: ['+48730111222'] });
    const filter = { text: '646882' };

    const listed = (await listCustomers(filter, 'PL')).rows.map(({ name }) => name);
    expect(listed).toEqual(['Pager']);
    const text = await exported(filter);
    expect(text).toContain('Pager');
    expect(text).not.toContain('Somebody Else');
  });

  test('all numbers of a customer are there', async () => {
    const numbers = Array.from({ length: 25 }, (_, index) => `+486025500${String(index).padStart(2, '0')}`);
    await createCustomer(db, { name: 'Switchboard', numbers });
    const text = (await exported()).replaceAll(' ', '');
    expect(numbers.filter((e164) => !text.includes(e164))).toEqual([]);
  });

  test('[S2.36] [R26] what is exported comes back as the same customers, whatever they are called', async () => {
    const field = await db.customerField.create({ data: { label: 'Size', kind: 'number', choices: [] } });
    for (const [index, name] of NASTY.entries()) {
      const numbers = [`+4860255000${index}`, `+4860355000${index}`].slice(index % 3 === 0 ? 0 : 1);
      const { id } = await createCustomer(db, {
        name,
        company: NASTY.at(-index - 1),
        note: name,
        numbers,
        extra: { [field.id]: -index / 2 },
      });
      await createAddress(db, { customerId: id, street: name, driverNote: '=1+1' });
    }
    const before = await everything();
    const text = await exported();
    await db.customer.deleteMany();

    const importId = await waitingImport(text, userId);
    await runImport(importId, { now: () => new Date() });
    expect(await importRow(importId)).toMatchObject({ refusals: [], addedCount: NASTY.length });
    expect(await everything()).toEqual(before);
  });

  test('[S2.36] imported over what is there, it changes nothing, also where a number is shared or there is none', async () => {
    for (const name of ['Piotr', 'Anna', 'Anna']) await createCustomer(db, { name, numbers: ['+48602550099'] });
    await createCustomer(db, { name: 'Numberless' });
    await createCustomer(db, { name: 'Numberless' });
    const importId = await waitingImport(await exported(), userId);
    await runImport(importId, { now: () => new Date() });
    expect(await importRow(importId)).toMatchObject({ addedCount: 0, changedCount: 0, refusedCount: 0, doneLines: 5 });
  });

  test('[R25] [R26] no cell begins with what a spreadsheet calculates, and the file says that it is UTF-8', async () => {
    await createCustomer(db, { name: '=1+1', note: '@x', numbers: ['+48602550100'] });
    const text = await exported();
    expect(text.startsWith('\uFEFFOffhook id,Name,')).toBe(true);
    expect(text).toContain(`,'=1+1,,regular,'@x,'+48 602 550 100,`);
    expect(text.split('\r\n')).toHaveLength(3);
  });

  test('takes what the list shows: its text, its class, page by page in its order', async () => {
    for (const name of ['Ala', 'Ala', 'Ala', 'Ola', 'Ula'])
      await createCustomer(db, { name, class: name === 'Ola' ? 'vip' : 'regular' });
    const names = async (filter: object) =>
      (await exported(filter))
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[1]);
    expect(await names({})).toEqual(['Ala', 'Ala', 'Ala', 'Ola', 'Ula']);
    expect(await names({ text: 'ala' })).toEqual(['Ala', 'Ala', 'Ala']);
    expect(await names({ class: 'vip' })).toEqual(['Ola']);
  });

  test('the audit says how many were taken, also where the browser went away', async () => {
    for (const name of ['A', 'B', 'C']) await createCustomer(db, { name });
    await exported();
    const lines = exportCustomers({ filter: {}, country: 'PL', userId, rowsAPage: 1 });
    for (let read = 0; read < 3; read += 1) await lines.next();
    await lines.return(undefined);
    const entries = await db.auditEntry.findMany({ where: { action: 'customers.exported', userId }, orderBy: { id: 'asc' } });
    expect(entries.map(({ details }) => details)).toEqual([
      { count: 3, isWhole: true, isFiltered: false },
      { count: 2, isWhole: false, isFiltered: false },
    ]);
  });
});
