import { readFile } from 'node:fs/promises';
import { createCall } from '../prisma/factories/calls.ts';
import { createCustomer } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('a person is looked up by any notation, given out, erased, and unknown afterwards', async ({ admin, olga, db }) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Zapomniana Osoba', numbers: [number] });
  const delivery = await createDelivery(db, {
    status: 'delivered',
    customerId: id,
    customerName: 'Zapomniana Osoba',
    phoneE164: number,
    totalMinor: 4200,
  });
  await sitDown(olga, `/customers/${id}`);
  await expect(olga.getByRole('heading', { name: 'Zapomniana Osoba' })).toBeVisible();
  await expect.poll(() => db.auditEntry.count({ where: { action: 'customer.viewed', subjectId: id } })).toBe(1);

  await admin.goto('/admin/personal-data');
  await admin.getByRole('textbox', { name: 'Number' }).fill(number.replace('+', '00'));
  await admin.getByRole('button', { name: 'Find' }).click();
  await expect(admin.getByRole('link', { name: 'Zapomniana Osoba' })).toBeVisible();
  await expect(admin.getByRole('table', { name: 'Who looked at them' })).toContainText('Olga Operator');

  const download = admin.waitForEvent('download');
  await admin.getByRole('link', { name: 'Export' }).click();
  const exported = JSON.parse(await readFile(await (await download).path(), 'utf8'));
  expect(exported).toMatchObject({
    numbers: [number],
    customers: [{ name: 'Zapomniana Osoba' }],
    deliveries: [{ totalMinor: 4200 }],
  });

  await admin.getByRole('button', { name: 'Erase…' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Erase this person' });
  await dialog.getByRole('textbox').fill('600 000 000');
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(dialog).toContainText('This is not the number to erase');
  await dialog.getByRole('textbox').fill(number);
  await dialog.getByRole('button', { name: 'Erase for good' }).click();
  await expect(admin.getByRole('status', { name: 'Erased' })).toBeVisible();

  expect(await db.customer.count({ where: { id } })).toBe(0);
  expect(await db.delivery.findUnique({ where: { id: delivery.id } })).toMatchObject({
    customerName: '',
    phoneE164: null,
    totalMinor: 4200,
  });
  await admin.getByRole('link', { name: 'Another person' }).click();
  await admin.getByRole('textbox', { name: 'Number' }).fill(number);
  await admin.getByRole('button', { name: 'Find' }).click();
  await expect(
    admin.getByRole('region', { name: 'What is stored' }).getByText('Nothing is stored about this number.'),
  ).toBeVisible();
});

test('nobody is erased while a call of theirs is up', async ({ admin, db }) => {
  const number = uniqueNumber();
  await createCustomer(db, { name: 'W Rozmowie', numbers: [number] });
  const connection = await db.pbxConnection.findFirstOrThrow({ where: { slug: 'practice' } });
  const call = await createCall(db, { connectionId: connection.id, fromE164: number });

  await admin.goto(`/admin/personal-data?number=${encodeURIComponent(number)}`);
  await expect(admin.getByRole('status').filter({ hasText: '1 call is up. Erase them when that has ended.' })).toBeVisible();
  await expect(admin.getByRole('button', { name: 'Erase…' })).toBeDisabled();
  await db.call.delete({ where: { id: call.id } });
});

test('what is no number is told, and an operator finds no such page', async ({ admin, olga, expectedComplaints }) => {
  expectedComplaints.push(/404/);
  await admin.goto('/admin/personal-data?number=Helena');
  await expect(admin.getByText('“Helena” is no telephone number.')).toBeVisible();

  await olga.goto('/admin/personal-data');
  await expect(olga.getByRole('textbox', { name: 'Number' })).toHaveCount(0);
  expect((await olga.request.get('/api/personal-data/export?number=600100101')).status()).toBe(404);
});
