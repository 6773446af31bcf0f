import { createAddress, createCustomer } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, phoneStatus, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test('[S0.12] [S0.15] [S0.16] the whole job: answer, take the order, tell the amount, send it, and be back at the list in the call', async ({
  olga,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const { id: customerId } = await createCustomer(db, { name: 'Jadwiga Pierwsza', numbers: [number] });
  await createAddress(db, { customerId, street: 'Puławska 12', flat: '7', district: 'Mokotów' });
  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();

  await addProduct(olga, 'PZ01');
  await addProduct(olga, '2x PI01');
  await expect(olga.getByText(/83,00\szł/).first()).toBeVisible();
  const id = await draftIdOf(olga);
  const street = olga.getByRole('textbox', { name: 'Street' });
  if ((await street.inputValue()) === '') await street.fill('Puławska 12');

  await olga.getByRole('button', { name: 'Send to point of sale' }).click();

  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(currentCall(olga)).toContainText('Jadwiga Pierwsza');
  const sent = await db.delivery.findUniqueOrThrow({ where: { id }, include: { lines: true, pointOfSale: true } });
  expect(sent).toMatchObject({
    status: 'sent',
    customerId,
    phoneE164: number,
    totalMinor: 8300,
    itemCount: 3,
    sentTotalMinor: 8300,
  });
  const row = olga
    .getByRole('table', { name: 'Deliveries' })
    .getByRole('row')
    .filter({ has: olga.locator(`a[href="/deliveries/${id}"]`) });
  await expect(row).toContainText('Jadwiga Pierwsza');

  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
  await expect(currentCall(olga)).toHaveCount(0);
  expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ status: 'sent', version: sent.version });
});

test('[S0.8] hanging up leaves the draft open and saved', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  await sitDown(olga);
  const callId = await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await addProduct(olga, 'ZU01');
  const id = await draftIdOf(olga);

  await pbx.hangUp(callId);

  await expect(currentCall(olga)).toHaveCount(0);
  await expect(olga.getByRole('textbox', { name: 'Quantity of Żurek z białą kiełbasą' })).toBeVisible();
  const call = await db.call.findFirstOrThrow({ where: { pbxCallId: callId } });
  await expect
    .poll(() => db.delivery.findUnique({ where: { id } }))
    .toMatchObject({ status: 'draft', totalMinor: 2200, phoneE164: number, callId: call.id });
});

test('[S0.8] a draft survives a reload, and the next call of its number offers it', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  await sitDown(olga);
  const callId = await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await addProduct(olga, 'DE01');
  const id = await draftIdOf(olga);
  await olga.reload();
  await expect(olga.getByRole('textbox', { name: 'Quantity of Sernik krakowski' })).toBeVisible();
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ totalMinor: 1700 });
  const { number: said } = await db.delivery.findUniqueOrThrow({ where: { id } });
  await pbx.hangUp(callId);
  await olga.goto('/deliveries');
  await expect(phoneStatus(olga)).toContainText('Connected');

  await pbx.ring({ from: number, ...atOlga });

  await incomingCall(olga)
    .getByRole('link', { name: new RegExp(String(said)) })
    .click();
  await expect(olga).toHaveURL(new RegExp(`/deliveries/${id}`));
});

test('[S0.15] an open order gets another dish, and the new amount is told and sent', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  const margherita = await db.product.findUniqueOrThrow({ where: { code: 'PZ01' } });
  const pointOfSale = await db.pointOfSale.findFirstOrThrow();
  const open = await createDelivery(db, {
    status: 'sent',
    phoneE164: number,
    pointOfSaleId: pointOfSale.id,
    lines: [{ product: margherita, quantity: 1 }],
    sentTotalMinor: margherita.priceMinor,
  });
  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await expect(olga).toHaveURL(new RegExp(open.id));

  await addProduct(olga, 'DO01');
  await expect(olga.getByText(/41,00\szł/).first()).toBeVisible();
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();

  await expect
    .poll(() => db.delivery.findUnique({ where: { id: open.id } }))
    .toMatchObject({ totalMinor: 4100, sentTotalMinor: 4100 });
});

test('[S0.18] Call driver waits for a driver, and for one who has a number', async ({ olga, db }) => {
  const marek = await db.driver.findFirstOrThrow({ where: { name: 'Marek Kierowca' } });
  const silent = await db.driver.create({ data: { name: 'Kierowca bez numeru' } });
  const call = olga.getByRole('button', { name: 'Call driver' });
  const openWith = async (driverId: string | null) => {
    const { id } = await createDelivery(db, { status: 'ready', phoneE164: uniqueNumber(), driverId });
    await sitDown(olga, `/deliveries/${id}`);
  };

  await openWith(null);
  await expect(call).toBeDisabled();
  await openWith(silent.id);
  await expect(call).toBeDisabled();
  await openWith(marek.id);
  await expect(call).toBeEnabled();
});

test('[S0.17] Call customer waits for a whole number', async ({ olga, db }) => {
  const { id } = await createDelivery(db, { status: 'draft', phoneRaw: '12', phoneDisplay: '12' });
  await sitDown(olga, `/deliveries/${id}`);
  const [phone, call] = [olga.getByRole('textbox', { name: 'Phone' }), olga.getByRole('button', { name: 'Call customer' })];
  await expect(call).toBeDisabled();

  await phone.fill('600 100 108');
  await phone.blur();
  await expect(call).toBeEnabled();

  await phone.fill('600 100 108 600');
  await expect(call).toBeDisabled();
  await phone.blur();
  await expect(phone).toHaveAccessibleDescription('This is not a whole phone number');
  await expect(call).toBeDisabled();
});

test('looking at a new delivery makes none', async ({ olga, db }) => {
  const before = await db.delivery.count();
  await sitDown(olga, '/deliveries/new');
  await olga.goto('/deliveries');
  await expect(olga.getByRole('table', { name: 'Deliveries' })).toBeVisible();
  expect(await db.delivery.count()).toBe(before);
});
