import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { createCustomer } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { expect, test } from './fixtures.ts';

const choose = (page: Page, name: string, content: string | Buffer) =>
  page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(content) });
const preview = (page: Page) => page.getByRole('table', { name: 'First lines' });
const progress = (page: Page) => page.getByRole('region', { name: 'Progress of the import' });

test('[S2.36] a file is chosen, looked at, imported, and what was refused is mended and imported again', async ({
  marta,
  db,
}) => {
  const [fresh, known, later] = [uniqueNumber(), uniqueNumber(), uniqueNumber()];
  const { id } = await createCustomer(db, { name: 'Znana Osoba', numbers: [known], city: null });
  await marta.goto('/customers/import');

  await choose(
    marta,
    'z-kasy.csv',
    `Klient;Telefon;Miasto\nNowa Ósma;${fresh};Łódź\nZnana Osoba;${known};Kraków\nBez Numeru;12;\n`,
  );
  await expect(marta.getByRole('combobox', { name: 'What “Telefon” is' })).toHaveValue('number');
  await expect(preview(marta).getByRole('row', { name: /Nowa Ósma/ })).toContainText('New');
  await expect(preview(marta).getByRole('row', { name: /Znana Osoba/ })).toContainText('Fills in');
  await expect(preview(marta).getByRole('row', { name: /Bez Numeru/ })).toContainText('Telefon: This is no telephone number.');
  expect(await db.customer.count({ where: { name: 'Nowa Ósma' } })).toBe(0);

  await marta.getByRole('button', { name: 'Import 3 lines' }).click();
  await expect(progress(marta).getByRole('status')).toHaveText('Done');
  await expect(progress(marta)).toContainText('3 of 3 lines');
  await expect(marta.getByRole('table', { name: 'Refused lines' }).getByRole('row', { name: /Bez Numeru/ })).toContainText('4');
  expect(await db.customer.findUnique({ where: { id } })).toMatchObject({ city: 'Kraków' });

  const download = marta.waitForEvent('download');
  await marta.getByRole('link', { name: 'Download refused lines' }).click();
  const refused = await readFile(await (await download).path(), 'utf8');
  expect(refused).toBe(
    '\uFEFFKlient,Telefon,Miasto,Line,Why it was refused\r\nBez Numeru,12,,4,Telefon: This is no telephone number.\r\n',
  );

  await marta.getByRole('link', { name: 'All imports' }).click();
  await choose(marta, 'mended.csv', refused.replace(',12,', `,${later},`));
  await marta.getByRole('button', { name: 'Import 1 line' }).click();
  await expect(progress(marta).getByRole('status')).toHaveText('Done');
  expect(await db.customer.count({ where: { numbers: { some: { e164: later } } } })).toBe(1);
});

test('a file in another encoding is told by the line, and read when it is chosen', async ({ marta }) => {
  await marta.goto('/customers/import');
  await choose(marta, 'stary.csv', Buffer.from('Name,Phone\nZażó\xb3ta,600700111\n', 'latin1'));
  const encoding = marta.getByRole('combobox', { name: 'Written in' });
  await expect(encoding).toHaveValue('windows-1250');

  await encoding.selectOption('utf-8');
  await expect(marta.getByRole('alert').filter({ hasText: 'Line 2 has letters that cannot be read' })).toBeVisible();
  await marta.reload();
  await expect(encoding).toHaveValue('utf-8');

  await encoding.selectOption('windows-1250');
  await expect(preview(marta)).toContainText('łta');
  await marta.getByRole('button', { name: 'Discard the file' }).click();
  await expect(marta).toHaveURL(/import$/);
});

test('an Excel workbook is refused with what to do, and an operator finds no import', async ({
  marta,
  olga,
  expectedComplaints,
}) => {
  expectedComplaints.push(/415/, /404/);
  await marta.goto('/customers/import');
  await choose(marta, 'klienci.csv', Buffer.from('PK\u0003\u0004 workbook', 'latin1'));
  await expect(marta.getByRole('alert').filter({ hasText: 'klienci.csv' })).toContainText('Save it as CSV');

  await olga.goto('/customers/import');
  await expect(olga.getByRole('button', { name: 'Import customers' })).toHaveCount(0);
  expect((await olga.request.get('/api/customers/export')).status()).toBe(403);
});

test('[S2.36] [R26] the export is what the list shows, and no cell of it is calculated', async ({ admin, db }) => {
  const name = `=HYPERLINK("x") ${uniqueNumber()}`;
  await createCustomer(db, { name, numbers: [uniqueNumber()] });
  const found = await admin.request.get('/api/customers/export?text=HYPERLINK');
  expect(found.headers()['content-type']).toContain('text/csv');
  const rows = await found.text();
  expect(rows).toContain(`"'=HYPERLINK(""x"")`);
  expect(rows, 'nobody else').not.toContain(CALLERS.vera.name);
});
