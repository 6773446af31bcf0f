import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

test('[S0.8] Back to a draft shows that draft, and no second one is begun', async ({ olga, db }) => {
  await sitDown(olga, '/deliveries/new');
  await addProduct(olga, 'DE01');
  const id = await draftIdOf(olga);
  const { number } = await db.delivery.findUniqueOrThrow({ where: { id } });
  await olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deliveries' }).click();
  await expect(olga.getByRole('table', { name: 'Deliveries' })).toBeVisible();
  const count = await db.delivery.count();

  await olga.goBack();

  await expect(olga.getByRole('heading', { name: `Delivery ${number}` })).toBeVisible();
  await expect(olga.getByRole('textbox', { name: 'Quantity of Sernik krakowski' })).toBeVisible();
  await olga.getByRole('textbox', { name: 'Street' }).fill('Prosta 51');
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ street: 'Prosta 51', totalMinor: 1700 });
  expect(await db.delivery.count()).toBe(count);
});

test('a new delivery that is cancelled while its first save is under way leaves no draft behind', async ({ olga, db }) => {
  const number = uniqueNumber();
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await sitDown(olga, `/deliveries/new?phone=${encodeURIComponent(number)}`);
  await olga.route('**/deliveries/new?*', async (route) => {
    if (route.request().method() === 'POST') await released;
    await route.continue();
  });
  await olga.getByRole('textbox', { name: 'Street' }).fill('Prosta 51');
  await expect(olga.getByText('Saving')).toBeVisible();

  await olga.getByRole('button', { name: 'Cancel delivery' }).click();
  await olga.getByRole('button', { name: 'Yes, cancel it' }).click();
  release();

  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect.poll(() => db.delivery.findFirst({ where: { phoneE164: number } })).toMatchObject({ status: 'cancelled' });
});

test('what a closed delivery no longer takes can be discarded from this computer', async ({ olga, db }) => {
  const { id } = await createDelivery(db, { status: 'draft', customerName: 'Zofia Zamknięta', phoneE164: uniqueNumber() });
  await sitDown(olga, `/deliveries/${id}`);
  await db.delivery.update({ where: { id }, data: { status: 'delivered' } });
  await olga.getByRole('textbox', { name: 'Street' }).fill('Prosta 51');
  await expect(olga.getByText('Not saved: this delivery is closed.')).toBeVisible();
  await olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Deliveries' }).click();
  const unsaved = olga.getByRole('main').getByRole('listitem').filter({ hasText: 'Zofia Zamknięta' });

  await unsaved.getByRole('button', { name: 'Discard' }).click();

  await expect(unsaved).toBeHidden();
  const kept = () => olga.evaluate((deliveryId) => Object.keys(localStorage).filter((key) => key.endsWith(deliveryId)), id);
  expect(await kept()).toEqual([]);
});

test('[S0.15] a product that was taken out cannot be put back by a message that outlives the page', async ({ olga, db }) => {
  const [pizza, drink] = await Promise.all(['PZ01', 'DO01'].map((code) => db.product.findUniqueOrThrow({ where: { code } })));
  if (!pizza || !drink) throw new Error('The demo sells neither.');
  const lines = [pizza, drink].map((product) => ({ product, quantity: 1 }));
  const pointOfSale = await db.pointOfSale.findFirstOrThrow();
  const { id } = await createDelivery(db, { status: 'draft', pointOfSaleId: pointOfSale.id, lines });
  await sitDown(olga, `/deliveries/${id}`);
  await olga.getByRole('button', { name: `Remove ${drink.name}` }).click();
  const undo = olga.getByRole('button', { name: 'Undo' });
  // A message under the pointer stays as long as the pointer does.
  await undo.hover();

  await olga.keyboard.press('Control+Enter');

  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(undo).toBeHidden();
  expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ status: 'sent', totalMinor: pizza.priceMinor });
});

test('[S0.15] a delivery under way keeps its time: emptying the field is not an answer', async ({ olga, db }) => {
  const { id, wantedAt } = await createDelivery(db, { status: 'cooking', phoneE164: uniqueNumber() });
  await sitDown(olga, `/deliveries/${id}`);
  const time = olga.getByRole('textbox', { name: 'Time' });
  const shown = await time.inputValue();
  await time.fill('');
  await expect(time).toHaveAccessibleDescription('When does the customer want it?');

  await olga.getByRole('textbox', { name: 'Flat' }).fill('12');
  await olga.getByRole('textbox', { name: 'Flat' }).blur();

  await expect(time).toHaveValue(shown);
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ flat: '12', wantedAt });
});
