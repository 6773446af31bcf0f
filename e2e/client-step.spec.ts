import { randomUUID } from 'node:crypto';
import { createAddress, createCustomer } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test('[S0.16b] a new customer is added in the client step and found at the next call', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  await sitDown(olga);
  const callId = await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await olga.getByRole('button', { name: 'Add new customer' }).click();
  const form = olga.getByRole('form', { name: 'Add new customer' });
  await form.getByRole('button', { name: 'Save customer' }).click();
  await expect(form.getByRole('textbox', { name: 'Name' })).toHaveAccessibleDescription('A name is needed');

  await form.getByRole('textbox', { name: 'Note' }).fill('Rings twice');
  await form.getByRole('combobox', { name: 'How they heard of us' }).fill('A leaflet');
  await form.getByRole('textbox', { name: 'Name' }).fill('Halina Nowa');
  await form.getByRole('textbox', { name: 'Name' }).press('Enter');

  await expect(form).toBeHidden();
  await expect(olga.getByRole('textbox', { name: 'Name', exact: true })).toHaveValue('Halina Nowa');
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toBeFocused();
  const id = await draftIdOf(olga);
  const halina = await db.customer.findFirstOrThrow({ where: { name: 'Halina Nowa' }, include: { numbers: true } });
  expect(halina).toMatchObject({ note: 'Rings twice', source: 'A leaflet', numbers: [{ e164: number, isPrimary: true }] });
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ customerId: halina.id, phoneE164: number });
  await pbx.hangUp(callId);
  await expect(currentCall(olga)).toHaveCount(0);

  await pbx.ring({ from: number, ...atOlga });

  await expect(callerCard(incomingCall(olga))).toContainText('Halina Nowa');
});

test('[S1.15a] a number that somebody has makes no second customer: they are offered instead', async ({ olga, db }) => {
  const { id: ewaId } = await db.customer.findFirstOrThrow({ where: { name: CALLERS.ewa.name } });
  await sitDown(olga, `/deliveries/new?phone=${encodeURIComponent(CALLERS.ewa.number)}`);
  await olga.getByRole('button', { name: 'Add new customer' }).click();
  const form = olga.getByRole('form', { name: 'Add new customer' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Ewa Druga');
  await form.getByRole('button', { name: 'Save customer' }).click();
  await expect(form.getByRole('alert')).toContainText('This number belongs to a customer already');

  await form.getByRole('button', { name: `Take ${CALLERS.ewa.name}` }).click();

  const id = await draftIdOf(olga);
  await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ customerId: ewaId, street: 'Dolna 9' });
  expect(await db.customer.count({ where: { name: 'Ewa Druga' } })).toBe(0);
});

test('[S0.16b] an earlier address is chosen by its number', async ({ olga, db }) => {
  const { id: customerId } = await createCustomer(db, { name: 'Dwa Adresy', numbers: [uniqueNumber()] });
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 12, minute));
  await createAddress(db, { customerId, street: 'Wolska 1', flat: '9', district: 'Wola', lastUsedAt: at(1) });
  await createAddress(db, { customerId, street: 'Dolna 2', flat: '', district: 'Mokotów', lastUsedAt: at(2) });
  await sitDown(olga, `/deliveries/new?customer=${customerId}`);
  const street = olga.getByRole('textbox', { name: 'Street' });
  await expect(street).toHaveValue('Dolna 2');

  await olga.getByRole('button', { name: 'Earlier addresses 2' }).press('Enter');
  await expect(olga.getByRole('option', { name: /Wola, Wolska 1\/9/ })).toBeVisible();
  await olga.keyboard.press('2');

  await expect(street).toHaveValue('Wolska 1');
  await expect(olga.getByRole('textbox', { name: 'Flat' })).toHaveValue('9');
  await expect(olga.getByRole('button', { name: 'Earlier addresses 2' })).toBeFocused();
});

test('[S0.16b] a customer found by name brings what they ordered, which is ordered again and taken back', async ({
  olga,
  db,
}) => {
  const number = uniqueNumber();
  const { id: customerId } = await createCustomer(db, { name: 'Stała Żaneta', numbers: [number] });
  const soup = await db.product.findUniqueOrThrow({ where: { code: 'ZU01' } });
  const lines = [{ product: { ...soup, priceMinor: 100 }, quantity: 2 }];
  await createDelivery(db, { customerId, status: 'delivered', wantedAt: new Date('2026-02-03T12:00:00Z'), lines });
  await sitDown(olga, '/deliveries/new');

  const find = olga.getByRole('combobox', { name: 'Find customer' });
  await find.fill('stala zan');
  await expect(olga.getByRole('option', { name: /Stała Żaneta.*Last order 3 Feb 2026/ })).toBeVisible();
  await find.press('Enter');

  await expect(olga.getByRole('textbox', { name: 'Phone' })).not.toHaveValue('');
  await expect(olga.getByText('1 order, 2,00')).toBeVisible();
  await olga.getByText('Last order', { exact: true }).click();
  await olga.getByRole('button', { name: /Order the same/ }).click();
  const quantity = olga.getByRole('textbox', { name: `Quantity of ${soup.name}` });
  await expect(quantity).toHaveValue('2');
  const id = await draftIdOf(olga);
  await expect
    .poll(() => db.delivery.findUnique({ where: { id } }))
    .toMatchObject({ customerId, totalMinor: 2 * soup.priceMinor });

  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(quantity).toBeHidden();
});

test('a colleague who chooses the customer changes what is shown here too', async ({ olga, oskar, db }) => {
  await createCustomer(db, { name: 'Wspólna Klientka', note: 'Gate code 4711', numbers: [uniqueNumber()] });
  const { id } = await createDelivery(db, { status: 'draft', customerName: '', phoneE164: uniqueNumber() });
  await sitDown(oskar, `/deliveries/${id}`);
  await sitDown(olga, `/deliveries/${id}`);

  const find = olga.getByRole('combobox', { name: 'Find customer' });
  await find.fill('wspolna');
  await expect(olga.getByRole('option', { name: /Wspólna Klientka/ })).toBeVisible();
  await find.press('Enter');

  await expect(oskar.getByText('Gate code 4711')).toBeVisible();
});

test('[S0.16b] an order is not sent past a customer who is half written: they are stored with it', async ({ olga, db }) => {
  const name = `Halina ${randomUUID().slice(0, 8)}`;
  await sitDown(olga, `/deliveries/new?phone=${encodeURIComponent(uniqueNumber())}`);
  await olga.getByRole('button', { name: 'Add new customer' }).click();
  const form = olga.getByRole('form', { name: 'Add new customer' });
  await form.getByRole('textbox', { name: 'Name' }).fill(name);
  await olga.getByRole('textbox', { name: 'Street' }).fill('Dolna 9');
  await addProduct(olga, 'PZ01');

  await olga.keyboard.press('Control+Enter');

  await expect(olga).toHaveURL(/\/deliveries$/);
  const customer = await db.customer.findFirstOrThrow({ where: { name } });
  await expect.poll(() => db.delivery.count({ where: { customerId: customer.id, status: 'sent' } })).toBe(1);
});
