import { randomUUID } from 'node:crypto';
import { emptyContent } from '../lib/deliveries/types.ts';
import { momentOf } from '../lib/wall-clock.ts';
import { createDelivery, createPointOfSale } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { DEMO_TIME_ZONE } from '../prisma/seed/staff.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

test('[S0.16b] a whole order by keyboard alone', async ({ olga, db }) => {
  await sitDown(olga, '/deliveries/new');
  const at = (name: string) => expect(olga.getByRole('main').getByLabel(name, { exact: true })).toBeFocused();
  const { keyboard } = olga;

  await keyboard.press('Alt+1');
  await keyboard.press('Enter');
  await at('Phone');
  for (const [field, text] of [
    ['Phone', '600 700 801'],
    ['Name', 'Klara Klawiatura'],
    ['Street', 'Wilcza 3'],
    ['Flat', '4'],
    ['District', 'Śródmieście'],
    ['City', 'Warszawa'],
    ['For the driver', 'Domofon 4'],
  ] as const) {
    await at(field);
    await keyboard.type(text);
    await keyboard.press('Enter');
  }

  const search = olga.getByRole('combobox', { name: 'Add product' });
  await expect(search).toBeFocused();
  await keyboard.type('2x PI01');
  await keyboard.press('Enter');
  await expect(search).toHaveValue('');
  await expect(olga.getByRole('textbox', { name: /Quantity of/ })).toHaveValue('2');
  await keyboard.press('Enter');
  await at('Day');
  await keyboard.press('Alt+3');
  await expect(search).toBeFocused();
  await keyboard.press('Alt+4');
  for (const field of ['Time', 'Payment', 'Discount', 'Send to']) {
    await at(field);
    await keyboard.press('Enter');
  }
  const id = await draftIdOf(olga);
  await expect(olga.getByRole('button', { name: 'Send to point of sale' })).toBeFocused();
  await expect(olga.getByRole('navigation', { name: 'Steps' }).getByRole('button', { name: /complete/ })).toHaveCount(4);
  await keyboard.press('Enter');

  await expect(olga).toHaveURL(/\/deliveries$/);
  expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({
    status: 'sent',
    customerName: 'Klara Klawiatura',
    street: 'Wilcza 3',
    driverNote: 'Domofon 4',
    itemCount: 2,
  });
});

test('[S0.16c] a pick-up is suggested for when the point of sale can have it ready, and needs no address', async ({
  olga,
  db,
}) => {
  await sitDown(olga, '/deliveries/new');
  await olga.getByText('Pick-up').click();
  await expect(olga.getByRole('textbox', { name: 'Street' })).toBeHidden();
  await addProduct(olga, 'ZU01');
  const id = await draftIdOf(olga);

  const { pointOfSaleId, wantedAt } = await db.delivery.findUniqueOrThrow({ where: { id } });
  const point = await db.pointOfSale.findUniqueOrThrow({ where: { id: pointOfSaleId ?? '' } });
  const minutes = ((wantedAt?.getTime() ?? 0) - Date.now()) / 60_000;
  expect(Math.abs(minutes - point.pickUpMinutes)).toBeLessThan(2);
});

test('a day that was chosen stays with the time that is typed after it', async ({ olga, db }) => {
  await sitDown(olga, '/deliveries/new');
  await addProduct(olga, 'ZU01');
  const id = await draftIdOf(olga);
  const day = olga.getByRole('combobox', { name: 'Day' });
  await day.selectOption({ label: 'Tomorrow' });
  const tomorrow = await day.inputValue();
  await olga.getByRole('textbox', { name: 'Time' }).fill('2359');
  await olga.getByRole('textbox', { name: 'Time' }).blur();

  await expect(day).toHaveValue(tomorrow);
  const wantedAt = momentOf({ day: tomorrow, time: '23:59' }, DEMO_TIME_ZONE);
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ wantedAt });
});

test('a discount is at most everything, and the amount due follows', async ({ olga, db }) => {
  const product = await db.product.findUniqueOrThrow({ where: { code: 'PZ01' } });
  const { id } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), lines: [{ product, quantity: 1 }] });
  await sitDown(olga, `/deliveries/${id}`);

  await olga.getByRole('combobox', { name: 'Discount' }).selectOption('Per cent');
  await olga.getByRole('textbox', { name: 'Per cent off' }).fill('150');
  await expect(olga.getByText('At most 100%')).toBeVisible();
  await olga.getByRole('textbox', { name: 'Per cent off' }).fill('10');
  await olga.getByRole('textbox', { name: 'Why' }).fill('Late last time');
  await expect(olga.getByText(/26,10\szł/).first()).toBeVisible();
  await olga.getByRole('button', { name: 'Save draft' }).click();

  await expect
    .poll(() => db.delivery.findUnique({ where: { id } }))
    .toMatchObject({ totalMinor: 2610, discountKind: 'percent', discountValue: 10, discountReason: 'Late last time' });
});

test('[S0.15] an order changed during a call: the new amount is told and the point of sale gets what changed', async ({
  olga,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const pizza = await db.product.findUniqueOrThrow({ where: { code: 'PZ01' } });
  const point = await db.pointOfSale.findFirstOrThrow({ where: { name: 'Mokotów' } });
  const line = { id: randomUUID(), productId: pizza.id, name: pizza.name, priceMinor: pizza.priceMinor, quantity: 1, note: '' };
  const place = { customerName: 'Zofia Testowa', street: 'Puławska 12', city: 'Warszawa' };
  const delivery = await createDelivery(db, {
    status: 'cooking',
    phoneE164: number,
    pointOfSaleId: point.id,
    totalMinor: pizza.priceMinor,
    itemCount: 1,
    sentTotalMinor: pizza.priceMinor,
    ...place,
  });
  await db.deliveryLine.create({ data: { ...line, deliveryId: delivery.id, position: 0 } });
  const sentContent = {
    ...emptyContent,
    ...place,
    phone: delivery.phoneDisplay,
    wantedAt: delivery.wantedAt?.toISOString() ?? null,
    pointOfSaleId: point.id,
    lines: [line],
  };
  await db.delivery.update({ where: { id: delivery.id }, data: { sentContent } });
  await sitDown(olga);
  await pbx.ring({ from: number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await answer(olga);
  await expect(olga).toHaveURL(new RegExp(delivery.id));

  await addProduct(olga, 'DO01');
  await expect(olga.getByText(/Was 29,00\szł.*now\s+41,00\szł/)).toBeVisible();
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();

  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(currentCall(olga)).toBeVisible();
  const added = await db.product.findUniqueOrThrow({ where: { code: 'DO01' } });
  await olga.goto(`/deliveries/${delivery.id}`);
  await expect(olga.getByRole('region', { name: 'Timeline' })).toContainText(`added ${added.name}`);
});

test('[S0.16a] rejected, and sent to another point of sale, never the one that said no', async ({ olga, db }) => {
  const product = await db.product.findUniqueOrThrow({ where: { code: 'PZ01' } });
  const full = await createPointOfSale(db, { name: `Wilanów ${randomUUID().slice(0, 4)}` });
  const { id } = await createDelivery(db, {
    status: 'rejected',
    phoneE164: uniqueNumber(),
    pointOfSaleId: full.id,
    lines: [{ product, quantity: 1 }],
  });
  const details = { reason: 'Oven is broken', pointOfSale: full.name, side: 'board' };
  await db.deliveryEvent.create({ data: { deliveryId: id, type: 'rejected', at: new Date(), details } });
  await sitDown(olga, `/deliveries/${id}`);
  await expect(olga.getByText('Rejected by the point of sale: Oven is broken.')).toBeVisible();
  await expect(olga.getByText(`By ${full.name}.`)).toBeVisible();

  await olga.getByRole('button', { name: 'Send to another' }).click();
  const choice = olga.getByRole('combobox', { name: 'Send to' });
  await expect(choice).toBeFocused();
  await expect(choice).not.toHaveValue(full.id);
  await olga.keyboard.press('Control+Enter');

  await expect(olga).toHaveURL(/\/deliveries$/);
  const sent = await db.delivery.findUniqueOrThrow({ where: { id } });
  expect(sent.status).toBe('sent');
  expect(sent.sentToId).not.toBe(full.id);
  await db.pointOfSale.update({ where: { id: full.id }, data: { archivedAt: new Date() } });
});

test('two operators on one delivery see each other and lose nothing', async ({ olga, oskar, db }) => {
  const { id } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), street: 'Wilcza 1' });
  for (const desk of [olga, oskar]) await sitDown(desk, `/deliveries/${id}`);

  await oskar.getByRole('textbox', { name: 'Street' }).fill('Wilcza 2');
  const here = olga.getByRole('status', { name: 'Colleagues here' });
  await expect(here).toContainText('Oskar Operator is editing the address');
  await olga.getByRole('textbox', { name: 'Comment for the kitchen' }).fill('Bez cebuli');
  await expect(oskar.getByRole('status', { name: 'Colleagues here' })).toContainText('Olga Operator is editing the checkout');
  for (const desk of [olga, oskar]) await desk.getByRole('button', { name: 'Save draft' }).click();

  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ street: 'Wilcza 2', comment: 'Bez cebuli' });
  await oskar.goto('/deliveries');
  await expect(here).toBeEmpty();
});

test('[S0.18] a driver is assigned and called; [S0.20] the call is among the calls about the delivery', async ({ olga, db }) => {
  const { id } = await createDelivery(db, { status: 'ready', phoneE164: uniqueNumber() });
  await sitDown(olga, `/deliveries/${id}`);
  const panel = olga.getByRole('region', { name: 'Driver', exact: true });
  const marek = await db.driver.findFirstOrThrow({ where: { name: 'Marek Kierowca' } });

  await panel.getByRole('combobox', { name: 'Driver' }).selectOption(marek.id);
  await expect(olga.getByRole('region', { name: 'Timeline' })).toContainText('Marek Kierowca');
  await panel.getByRole('button', { name: 'Call driver' }).click();
  await expect(currentCall(olga)).toContainText('Marek Kierowca');

  await expect(olga.getByRole('region', { name: 'Calls about this delivery' }).getByRole('listitem')).toHaveCount(1);
  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
  await expect(currentCall(olga)).toHaveCount(0);
});

test('what happens after the kitchen is said from the desk, and taken back', async ({ olga, db }) => {
  const { id } = await createDelivery(db, { status: 'ready', phoneE164: uniqueNumber() });
  await sitDown(olga, `/deliveries/${id}`);
  const statusOf = async () => (await db.delivery.findUniqueOrThrow({ where: { id } })).status;

  await olga.getByRole('button', { name: 'On its way' }).click();
  await expect.poll(statusOf).toBe('on_the_way');
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect.poll(statusOf).toBe('ready');

  await olga.getByRole('button', { name: 'More actions' }).click();
  await olga.getByRole('menuitem', { name: 'Report a problem' }).click();
  await olga.getByRole('textbox', { name: 'What is wrong?' }).fill('Nobody opens');
  await olga.keyboard.press('Enter');
  await expect(olga.getByText('Problem: Nobody opens')).toBeVisible();
  await olga.getByRole('button', { name: 'Problem solved' }).click();
  await expect(olga.getByText('Problem: Nobody opens')).toBeHidden();
});

test('the slip has what goes with the bag, and nothing of the desk', async ({ olga, db }) => {
  const product = await db.product.findUniqueOrThrow({ where: { code: 'PZ01' } });
  const { id, number } = await createDelivery(db, {
    status: 'ready',
    phoneE164: uniqueNumber(),
    lines: [{ product, quantity: 2 }],
  });
  await olga.goto(`/deliveries/${id}/slip`);

  await expect(olga.getByRole('heading', { name: String(number) })).toBeVisible();
  await expect(olga.getByText('Puławska 12')).toBeVisible();
  await expect(olga.getByRole('list', { name: 'Products in the order' })).toContainText(product.name);
  await expect(olga.getByText('To take in cash')).toBeVisible();
  await expect(olga.getByRole('navigation', { name: 'Main' })).toHaveCount(0);
});
