import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { createDriver } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { currentCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('the filters show what is filtered, also where the address changes without them', async ({ olga }) => {
  await sitDown(olga);
  const [day, search] = [olga.getByRole('combobox', { name: 'Day' }), olga.getByRole('searchbox', { name: 'Search deliveries' })];
  await day.selectOption('any');
  await search.fill('nobody has this name');
  await expect(olga).toHaveURL(/text=nobody/);
  await expect(search).toHaveValue('nobody has this name');

  await olga.getByRole('link', { name: 'Clear filters' }).click();
  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(search).toHaveValue('');
  await expect(day).toHaveValue('');

  await day.selectOption('any');
  await expect(olga).toHaveURL(/day=any/);
  await olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deliveries' }).click();
  await expect(day).toHaveValue('');

  await olga.goBack();
  await expect(olga).toHaveURL(/day=any/);
  await expect(day).toHaveValue('any');
});

test('what changes after the page was made and before it hears the server is shown', async ({ olga, db }) => {
  const row = await listed(db, olga, {});
  let letConnect = () => {};
  const released = new Promise<void>((release) => {
    letConnect = release;
  });
  await olga.routeWebSocket(/socket\.io/, async (socket) => {
    await released;
    socket.connectToServer();
  });
  await olga.goto(row.path);
  await expect(row.locator).toContainText('Ready');

  await db.delivery.update({ where: { id: row.id }, data: { status: 'on_the_way' }, select: { id: true } });
  letConnect();
  await expect(row.locator).toContainText('On the way');
});

test('[S0.17] one click calls from the list, and the call is tied to its delivery', async ({ olga, db }) => {
  const row = await listed(db, olga, { phoneE164: uniqueNumber() });
  await sitDown(olga, row.path);

  await row.locator.getByRole('button', { name: 'Call customer' }).click();
  await expect(currentCall(olga)).toBeVisible();
  await expect(olga).toHaveURL(row.path);
  await expect.poll(() => db.call.count({ where: { aboutDeliveryId: row.id } })).toBe(1);
});

test('[S0.17] a customer who rings is answered from their row', async ({ olga, pbx, db }) => {
  const from = uniqueNumber();
  const row = await listed(db, olga, { phoneE164: from });
  await sitDown(olga, row.path);

  await pbx.ring({ from, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await expect(row.locator.getByText('Calling')).toBeVisible();
  await row.locator.getByRole('button', { name: 'Answer' }).click();
  await expect(currentCall(olga)).toBeVisible();
  await expect(olga).toHaveURL(new RegExp(`/deliveries/${row.id}`));
});

test('a late delivery says by how much, and a problem and its reason are in the row', async ({ olga, db }) => {
  const row = await listed(db, olga, { wantedAt: new Date(Date.now() - 72 * 60_000), problemReason: 'The lift is broken' });
  await olga.goto(row.path);

  await expect(row.locator).toContainText(/Overdue 1 h 1\d min/);
  await expect(row.locator).toContainText('Problem: The lift is broken');
});

test('a filter chosen before the page is up is applied once it is', async ({ olga }) => {
  let letThrough: (() => void) | undefined;
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await olga.route('**/_next/static/**/*.js', (route) => held.then(() => route.continue()));
  await olga.goto('/deliveries?day=any', { waitUntil: 'commit' });
  await olga.getByRole('combobox', { name: 'Driver' }).selectOption({ label: 'Not assigned' });

  letThrough?.();

  await expect(olga).toHaveURL(/day=any&driver=none/);
  await expect(olga.getByRole('combobox', { name: 'Driver' })).toHaveValue('none');
});

test('a filter is saved under a name, leads back to its list, is renamed, deleted and brought back', async ({ olga, db }) => {
  const name = `Nobody's ${randomUUID().slice(0, 8)}`;
  await olga.goto('/deliveries?day=any');
  await olga.getByRole('combobox', { name: 'Driver' }).selectOption({ label: 'Not assigned' });
  await expect(olga).toHaveURL(/driver=none/);
  await olga.getByRole('button', { name: 'Save filter' }).click();
  await olga.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await olga.getByRole('button', { name: 'Save', exact: true }).click();

  const links = olga.getByRole('navigation', { name: 'Saved filters' });
  await expect(links.getByRole('link', { name })).toHaveAttribute('aria-current', 'page');
  await links.getByRole('link', { name: 'Clear filters' }).click();
  await expect(olga).toHaveURL(/\/deliveries$/);
  await links.getByRole('link', { name }).click();
  await expect(olga).toHaveURL(/day=any&driver=none/);

  await links.getByRole('button', { name: 'Edit saved filters' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Saved filters' });
  await dialog.getByRole('textbox', { name: `Name of ${name}` }).fill(`${name}, renamed`);
  await dialog.getByRole('button', { name: 'Rename' }).click();
  await expect(links.getByRole('link', { name: `${name}, renamed`, includeHidden: true })).toBeVisible();
  await dialog.getByRole('button', { name: `Delete ${name}, renamed` }).click();
  await expect(links.getByRole('link', { name, includeHidden: true })).toBeHidden();
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(links.getByRole('link', { name: `${name}, renamed`, includeHidden: true })).toBeVisible();

  await db.savedFilter.deleteMany({ where: { name: { startsWith: name } } });
});

test('a row under the pointer does not move while a change of a colleague is collected', async ({ olga, oskar, db }) => {
  const customerName = `Held ${randomUUID().slice(0, 8)}`;
  const near = await listed(db, olga, { customerName, wantedAt: new Date(Date.now() + 5 * 3_600_000) });
  const driver = await createDriver(db);
  const other = await listed(db, olga, { customerName, driverId: driver.id, wantedAt: new Date(Date.now() - 120_000) });
  await sitDown(olga, near.path);
  await near.locator.hover();
  const before = await near.locator.boundingBox();

  await sitDown(oskar, `/drivers/${driver.id}`);
  await oskar.getByRole('button', { name: 'On its way' }).click();

  const offer = olga.getByRole('button', { name: '1 new change' });
  await expect(offer).toBeVisible();
  expect(await near.locator.boundingBox()).toEqual(before);
  await expect(other.locator).toContainText('Ready');
  await offer.click();
  await expect(other.locator).toContainText('On the way');
});

test('J and K go from row to row, and Enter opens one', async ({ olga, db }) => {
  const row = await listed(db, olga, {});
  await sitDown(olga, row.path);

  await olga.keyboard.press('j');
  await expect(row.locator.getByRole('link')).toBeFocused();
  await olga.keyboard.press('Enter');
  await expect(olga).toHaveURL(new RegExp(`/deliveries/${row.id}`));
});

/** A delivery under way, alone on a list that is filtered for its customer. */
async function listed(db: PrismaClient, page: Page, overrides: Parameters<typeof createDelivery>[1]) {
  const customerName = overrides?.customerName ?? `Row ${randomUUID().slice(0, 8)}`;
  const { id } = await createDelivery(db, { status: 'ready', ...overrides, customerName });
  const path = `/deliveries?${new URLSearchParams({ day: 'any', text: customerName })}`;
  const table = page.getByRole('table', { name: 'Deliveries' });
  return { id, path, locator: table.getByRole('row').filter({ has: page.locator(`a[href="/deliveries/${id}"]`) }) };
}
