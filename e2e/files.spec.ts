import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { exifWithPlace, join, PLACE, segment } from '../lib/files/testing.ts';
import { createCustomer } from '../prisma/factories/customers.ts';
import { createPhoto, createStoredFile } from '../prisma/factories/files.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const PICTURE = readFileSync(new URL('../prisma/seed/helena-wojcik.jpg', import.meta.url));
const EXIF = 'Exif\u0000\u0000';

/** A picture as a telephone makes it: where it was taken stands in it. */
const LOCATED = Buffer.from(join(PICTURE.subarray(0, 2), segment(0xe1, join(EXIF, exifWithPlace(1))), PICTURE.subarray(2)));

const files = (page: Page) => page.getByRole('list', { name: 'Files', exact: true });
const choose = (page: Page, picked: { name: string; mimeType: string; buffer: Buffer }[]) =>
  page.getByRole('tabpanel', { name: 'Files' }).locator('input[type=file]').setInputFiles(picked);
const choosePhoto = (page: Page, name: string, buffer: Buffer) =>
  page.locator('input[type=file]:not([multiple])').setInputFiles({ name, mimeType: 'image/jpeg', buffer });
const pdf = (name: string, letters = 'the contract') => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(`%PDF-1.7\n${letters}`),
});

test('[S2.35b] files are added, several at once, saved from the page, deleted and put back', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Plik Ładny' });
  await sitDown(olga, `/customers/${id}?tab=files`);
  await expect(olga.getByText('No files yet')).toBeVisible();

  await choose(olga, [pdf('Umowa zażółć.pdf'), pdf('photo.jpg', 'another')]);
  await expect(files(olga).getByRole('listitem')).toHaveCount(2);
  await expect(files(olga)).toContainText('photo.jpg.pdf');
  await expect(files(olga)).toContainText('Olga Operator');

  const download = olga.waitForEvent('download');
  await files(olga).getByRole('link', { name: 'Umowa zażółć.pdf', exact: true }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('Umowa zażółć.pdf');
  expect(await readFile(await saved.path(), 'utf8')).toBe('%PDF-1.7\nthe contract');

  await files(olga).getByRole('button', { name: 'Delete Umowa zażółć.pdf' }).click();
  await expect(files(olga).getByRole('listitem')).toHaveCount(1);
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(files(olga).getByRole('listitem')).toHaveCount(2);
});

test.describe('a file of no use', () => {
  test.use({ expectedComplaints: [/415/] });

  test('[S2.35b] what is inside decides: a program called .pdf is refused with its reason, and the others arrive', async ({
    olga,
    db,
  }) => {
    const { id } = await createCustomer(db, { name: 'Pełen Koszyk' });
    await sitDown(olga, `/customers/${id}?tab=files`);
    const program = {
      name: 'invoice.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(900)]),
    };
    const empty = { name: 'empty.txt', mimeType: 'text/plain', buffer: Buffer.alloc(0) };

    await choose(olga, [program, empty, pdf('real.pdf')]);

    const uploads = olga.getByRole('list', { name: 'Files being added' });
    await expect(files(olga).getByRole('link', { name: 'real.pdf', exact: true })).toBeVisible();
    await expect(uploads.getByRole('listitem').filter({ hasText: 'invoice.pdf' })).toContainText(
      'Files of this kind are not kept',
    );
    await expect(uploads.getByRole('listitem').filter({ hasText: 'empty.txt' })).toContainText('This file is empty');
    expect(await db.storedFile.count({ where: { customerId: id } })).toBe(1);

    await uploads.getByRole('button', { name: 'Take invoice.pdf off the list' }).click();
    await expect(uploads.getByRole('listitem')).toHaveCount(1);
  });
});

test.describe('without a connection', () => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('[S2.35b] a file waits to be sent again, and is stored once', async ({ olga, db }) => {
    const { id } = await createCustomer(db, { name: 'Zerwane Połączenie' });
    await sitDown(olga, `/customers/${id}?tab=files`);
    await olga.route('**/api/files/**', (route) => route.abort());

    await choose(olga, [pdf('contract.pdf')]);
    const uploads = olga.getByRole('list', { name: 'Files being added' });
    await expect(uploads).toContainText('The connection broke');

    await olga.unroute('**/api/files/**');
    await uploads.getByRole('button', { name: 'Send contract.pdf again' }).click();
    await expect(files(olga).getByRole('link', { name: 'contract.pdf', exact: true })).toBeVisible();
    await expect(uploads).toBeHidden();
    expect(await db.storedFile.count({ where: { customerId: id } })).toBe(1);
  });
});

test('[S1.13] a photo loses the place where it was taken and nothing else, is shown to colleagues, removed and put back', async ({
  olga,
  oskar,
  db,
}) => {
  const { id } = await createCustomer(db, { name: 'Zofia Zdjęcie' });
  await sitDown(olga, `/customers/${id}`);
  await sitDown(oskar, `/customers/${id}`);
  await expect(olga.getByRole('img', { name: 'No photo' })).toBeVisible();

  await choosePhoto(olga, 'zofia.jpg', LOCATED);
  for (const page of [olga, oskar]) {
    const shown = page.getByRole('img', { name: 'Photo of Zofia Zdjęcie' });
    await expect(shown).toBeVisible();
    await expect.poll(() => shown.locator('img').evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(480);
  }

  const { photoId } = await db.customer.findUniqueOrThrow({ where: { id } });
  const served = await olga.request.get(`/api/photos/${photoId}`);
  expect(LOCATED.toString('latin1')).toContain(PLACE);
  expect((await served.body()).equals(PICTURE)).toBe(true);
  expect(served.headers()).toMatchObject({ 'content-type': 'image/jpeg', 'cache-control': 'private, max-age=86400, immutable' });
  expect(served.headers()['x-content-type-options']).toMatch(/^nosniff/);

  await olga.setViewportSize({ width: 390, height: 844 });
  await olga.getByRole('button', { name: 'Change the photo' }).click();
  const remove = olga.getByRole('menuitem', { name: 'Remove the photo' });
  await expect(remove).toBeInViewport({ ratio: 1 });
  await remove.click();
  await expect(olga.getByRole('img', { name: 'No photo' })).toBeVisible();
  expect((await olga.request.get(`/api/photos/${photoId}`)).status()).toBe(404);
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(olga.getByRole('img', { name: 'Photo of Zofia Zdjęcie' })).toBeVisible();
  const history = olga.getByRole('list', { name: 'History' });
  for (const act of ['changed', 'removed', 'put back']) await expect(history).toContainText(`The photo was ${act}`);
});

test.describe('a photo that is no picture', () => {
  test.use({ expectedComplaints: [/415/] });

  test('[S1.13] is refused with a sentence that says which and why, and the one before stays', async ({ olga, db }) => {
    const { id } = await createCustomer(db, { name: 'Tekst Nie Obraz' });
    await createPhoto(db, id, { content: new Uint8Array(PICTURE) });
    await sitDown(olga, `/customers/${id}`);

    await choosePhoto(olga, 'selfie.jpg', Buffer.from('only text'));

    await expect(olga.getByText('“selfie.jpg” was not taken. This is no photo: there is text inside.')).toBeVisible();
    await expect(olga.getByRole('img', { name: 'Photo of Tekst Nie Obraz' })).toBeVisible();
  });
});

test('[R34] [R37] files and photos are for who may see the customer, and sent by our own pages alone', async ({
  olga,
  venue,
  visitor,
  db,
  baseURL,
}) => {
  const { id } = await createCustomer(db, { name: 'Tylko Dla Swoich' });
  const file = await createStoredFile(db, { customerId: id, name: 'zażółć.txt' });
  const photo = await createPhoto(db, id, { content: new Uint8Array(PICTURE) });
  const addresses = [`/api/files/${file.id}`, `/api/photos/${photo.id}`];

  for (const address of addresses) {
    expect((await visitor.request.get(address)).status()).toBe(401);
    expect((await venue.request.get(address)).status()).toBe(404);
    expect((await olga.request.get(address)).status()).toBe(200);
  }
  expect((await olga.request.get(`/api/photos/${file.id}`)).status()).toBe(404);
  const headers = (await olga.request.get(`/api/files/${file.id}`)).headers();
  expect(headers['content-disposition']).toBe(
    `attachment; filename="zazo_c.txt"; filename*=UTF-8''za%C5%BC%C3%B3%C5%82%C4%87.txt`,
  );
  expect(headers['cache-control']).toBe('private, no-cache');

  const address = `/api/files/${crypto.randomUUID()}?customer=${id}&name=a.txt`;
  const put = (page: Page, origin: string) =>
    page.request.put(address, { data: Buffer.from('text'), headers: { origin, 'content-type': 'application/octet-stream' } });
  expect((await put(olga, 'https://evil.example')).status()).toBe(403);
  expect((await put(visitor, baseURL ?? '')).status()).toBe(401);
  expect((await put(venue, baseURL ?? '')).status()).toBe(404);
  expect(await db.storedFile.count({ where: { customerId: id } })).toBe(2);
});

test('[S2.30] [S2.34] a note is kept while it is written, then shown to colleagues; its files stand among the others', async ({
  olga,
  oskar,
  db,
}) => {
  const { id } = await createCustomer(db, { name: 'Notatka Ważna' });
  await sitDown(oskar, `/customers/${id}`);
  await sitDown(olga, `/customers/${id}`);
  const field = olga.getByRole('textbox', { name: 'New note' });
  await field.fill('Rings at the side door');
  await olga.reload();
  await expect(field).toHaveValue('Rings at the side door');

  await olga.getByRole('button', { name: 'Add note' }).click();
  const notes = (page: Page) => page.getByRole('list', { name: 'Notes' });
  await expect(notes(oskar)).toContainText('Rings at the side door');
  await expect(notes(oskar)).toContainText('Olga Operator');
  await expect(field).toHaveValue('');
  await expect(oskar.getByRole('button', { name: 'Delete note' })).toBeHidden();

  await notes(olga).locator('input[type=file]').setInputFiles(pdf('side door.pdf'));
  await expect(notes(olga).getByRole('link', { name: 'side door.pdf' })).toBeVisible();
  await olga.getByRole('tab', { name: 'Files' }).click();
  await expect(files(olga)).toContainText('Of the note “Rings at the side door”');

  await olga.getByRole('tab', { name: 'Overview' }).click();
  await olga.getByRole('button', { name: 'Delete note' }).click();
  await expect(notes(olga)).toBeHidden();
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(notes(olga)).toContainText('Rings at the side door');
});

test('[S1.13] [S2.30] Helena’s card shows her photo, two notes and a file', async ({ olga, db }) => {
  const { customer } = await db.phoneNumber.findFirstOrThrow({
    where: { e164: CALLERS.helena.number },
    select: { customer: { select: { id: true } } },
  });
  await sitDown(olga, `/customers/${customer?.id}`);
  await expect(olga.getByRole('img', { name: 'Photo of Helena Wójcik' })).toBeVisible();
  await expect(olga.getByRole('list', { name: 'Notes' })).toContainText('third floor');
  await olga.getByRole('tab', { name: 'Files' }).click();
  await expect(files(olga)).toContainText('Office lunches, standing order.csv');
});
