import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { createCustomer, createDriver } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const unique = () => randomUUID().slice(0, 8).replace(/\d/g, 'x');
const field = (page: Page) => page.getByRole('combobox', { name: 'Search', exact: true });
const group = (page: Page, name: string) => page.getByRole('listbox', { name: 'Found' }).getByRole('group', { name });

async function openSearch(page: Page): Promise<void> {
  await page.keyboard.press('Control+k');
  await expect(field(page)).toBeFocused();
}

test('[S0.17] [R28] Ctrl K finds a customer by a part of a number, and the keyboard alone opens their card', async ({
  olga,
  db,
}) => {
  const number = uniqueNumber();
  const name = `Szukana ${unique()}`;
  const { id } = await createCustomer(db, { name, numbers: [uniqueNumber(), number] });
  await sitDown(olga);

  await openSearch(olga);
  await olga.keyboard.type(number.slice(-7));
  await expect(group(olga, 'Customers').getByRole('option', { name, selected: true })).toBeVisible();
  await olga.keyboard.press('Enter');

  await expect(olga).toHaveURL(new RegExp(`/customers/${id}`));
  await expect(field(olga)).toBeHidden();
  await openSearch(olga);
  await expect(group(olga, 'Opened last').getByRole('option', { name })).toBeVisible();
});

test('accents and the order of words make no difference, and arrows lead from one to the next', async ({ olga, db }) => {
  const word = unique();
  await createCustomer(db, { name: `Ąęłż ${word} A` });
  const { id } = await createCustomer(db, { name: `Ąęłż ${word} B` });
  await sitDown(olga);

  await olga.getByRole('button', { name: 'Search' }).click();
  await field(olga).fill(`${word} aelz`);
  await expect(group(olga, 'Customers').getByRole('option')).toHaveCount(2);
  await olga.keyboard.press('ArrowDown');
  await expect(group(olga, 'Customers').getByRole('option', { selected: true })).toContainText('B');
  await olga.keyboard.press('Enter');

  await expect(olga).toHaveURL(new RegExp(`/customers/${id}`));
});

test('a delivery is found by its number, Enter need not wait for the list', async ({ olga, db }) => {
  const { id, number } = await createDelivery(db, { customerName: 'By Number' });
  await sitDown(olga, '/drivers');

  await openSearch(olga);
  await olga.keyboard.type(`#${number}`);
  await olga.keyboard.press('Enter');

  await expect(olga).toHaveURL(new RegExp(`/deliveries/${id}`));
});

test('a driver is found by name', async ({ olga, db }) => {
  const name = `Kierowca ${unique()}`;
  const { id } = await createDriver(db, { name });
  await sitDown(olga);

  await openSearch(olga);
  await olga.keyboard.type(name.toUpperCase());
  await group(olga, 'Drivers').getByRole('option', { name }).click();

  await expect(olga).toHaveURL(new RegExp(`/drivers/${id}`));
});

test('[S2.3] [S1.14] a number that nobody has goes into the dialer, or into a new delivery', async ({ olga }) => {
  const number = uniqueNumber();
  await sitDown(olga);

  await openSearch(olga);
  await olga.keyboard.type(number);
  await group(olga, 'This number').getByRole('option', { name: 'Open in dialer' }).click();
  const dialler = olga.getByRole('region', { name: 'Dialer' }).getByRole('textbox', { name: 'Number' });
  await expect(dialler).toHaveValue(new RegExp(number.slice(-3)));
  await expect(currentCall(olga)).toHaveCount(0);

  await openSearch(olga);
  await olga.keyboard.type(number);
  await group(olga, 'This number').getByRole('option', { name: 'New delivery' }).click();
  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();
});

test('it works while a call rings, which stays where it is and can be answered', async ({ olga, pbx, db }) => {
  const name = `Podczas ${unique()}`;
  await createCustomer(db, { name });
  await sitDown(olga);
  await pbx.ring({ from: uniqueNumber(), line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await expect(incomingCall(olga)).toBeVisible();

  await openSearch(olga);
  await olga.keyboard.type(name);
  await expect(group(olga, 'Customers').getByRole('option', { name })).toBeVisible();
  await expect(field(olga)).toBeFocused();
  await incomingCall(olga).getByRole('button', { name: 'Answer' }).click();

  await expect(currentCall(olga)).toBeVisible();
  await expect(field(olga)).toBeHidden();
});

test('Esc gives the focus back to the field one typed in, and takes nothing of what is typed there', async ({ olga }) => {
  await sitDown(olga, '/deliveries/new');
  const phone = olga.getByRole('textbox', { name: 'Phone' });
  await phone.fill('600');

  await openSearch(olga);
  await olga.keyboard.type('nothing so called');
  await expect(olga.getByRole('status').filter({ hasText: 'Nothing matches' })).toBeVisible();
  await olga.keyboard.press('Escape');

  await expect(field(olga)).toBeHidden();
  await expect(phone).toBeFocused();
  await expect(phone).toHaveValue('600');
});

test('[R34] nobody who is not signed in searches', async ({ visitor }) => {
  const answer = await visitor.request.get('/api/search?text=600100101');
  expect(answer.status()).toBe(401);
});
