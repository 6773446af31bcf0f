import { randomUUID } from 'node:crypto';
import { createAddress, createCustomer } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const HOSTILE = `"><img src=x onerror="document.title='pwned'"><b>`;

test('[S0.17] one click calls the customer from the list, the card and the delivery', async ({ olga, db }) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Jednym Kliknięciem', numbers: [number] });
  const hangUp = async () => {
    await expect(currentCall(olga)).toContainText('Jednym Kliknięciem');
    await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
    await expect(currentCall(olga)).toHaveCount(0);
  };

  await sitDown(olga, `/customers?text=${number.slice(-6)}`);
  await olga.getByRole('table', { name: 'Customers' }).getByRole('button', { name: 'Call' }).click();
  await hangUp();

  await olga.getByRole('link', { name: 'Jednym Kliknięciem' }).click();
  await olga.getByRole('button', { name: 'Call customer' }).click();
  await hangUp();

  await olga.getByRole('link', { name: 'New delivery' }).click();
  await expect(olga).toHaveURL(new RegExp(`/deliveries/new\\?customer=${id}`));
  await olga.getByRole('button', { name: 'Call customer' }).click();
  await hangUp();
});

test('[S0.17] a number that lacks digits cannot be called, and the button says so', async ({ olga, db }) => {
  await createCustomer(db, { name: 'Brak Cyfr', numbers: ['+4879100100'] });
  await sitDown(olga, '/customers?text=brak+cyfr');
  const call = olga.getByRole('row', { name: /Brak Cyfr/ }).getByRole('button', { name: 'Call' });

  await expect(call).toBeDisabled();
  await expect(call).toHaveAccessibleDescription('There is no whole number to call');
});

test('[S0.17] a ringing customer is answered from the list, and the focus stays where one types', async ({ olga, pbx, db }) => {
  const [main, other] = [uniqueNumber(), uniqueNumber()];
  await createCustomer(db, { name: 'Dzwoniąca Druga', numbers: [main, other] });
  await sitDown(olga, '/customers?text=dzwoniaca');
  const row = olga.getByRole('table', { name: 'Customers' }).getByRole('row', { name: /Dzwoniąca Druga/ });
  await expect(row.getByRole('button', { name: 'Call' })).toBeVisible();
  const search = olga.getByRole('searchbox', { name: 'Search customers' });
  await search.focus();

  await pbx.ring({ from: other, ...atOlga });

  await expect(row).toContainText('Calling');
  await expect(search).toBeFocused();
  await row.getByRole('button', { name: 'Answer' }).click();
  await expect(currentCall(olga)).toContainText('Dzwoniąca Druga');
  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();
});

test('[S0.17] a ringing customer is answered from their card', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Karta Dzwoni', numbers: [number] });
  await sitDown(olga, `/customers/${id}`);

  await pbx.ring({ from: number, ...atOlga });

  const page = olga.getByRole('main');
  await expect(page.getByText('Calling')).toBeVisible();
  await page.getByRole('button', { name: 'Answer' }).click();
  await expect(currentCall(olga)).toContainText('Karta Dzwoni');
});

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

test('a card is changed, and a colleague sees it', async ({ olga, oskar, db }) => {
  const { id } = await createCustomer(db, { name: 'Przed Zmianą', numbers: [uniqueNumber()] });
  await sitDown(oskar, `/customers/${id}`);
  await sitDown(olga, `/customers/${id}`);

  await olga.getByRole('button', { name: 'Edit' }).click();
  const form = olga.getByRole('form', { name: 'About' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Po Zmianie');
  await form.getByRole('combobox', { name: 'Class' }).selectOption('VIP');
  await form.getByRole('button', { name: 'Save' }).click();

  await expect(olga.getByRole('heading', { level: 1 })).toHaveText('Po Zmianie');
  await expect(oskar.getByRole('heading', { level: 1 })).toHaveText('Po Zmianie');
});

test('customers under the pointer do not move while a change of a colleague is collected', async ({ olga, oskar, db }) => {
  const { id } = await createCustomer(db, { name: 'Przed Poprawką', numbers: [uniqueNumber()] });
  await sitDown(olga, '/customers?text=Przed+Poprawką');
  await olga.getByRole('link', { name: 'Przed Poprawką' }).hover();

  await sitDown(oskar, `/customers/${id}`);
  await oskar.getByRole('button', { name: 'Edit' }).click();
  const form = oskar.getByRole('form', { name: 'About' });
  await form.getByRole('textbox', { name: 'Name' }).fill('Po Poprawce');
  await form.getByRole('button', { name: 'Save' }).click();

  await expect(olga.getByRole('button', { name: /^\d+ new changes?$/ })).toBeVisible();
  await expect(olga.getByRole('link', { name: 'Przed Poprawką' })).toBeVisible();
  await olga.getByRole('button', { name: /new change/ }).click();
  await expect(olga.getByText('Nobody matches these filters')).toBeVisible();
});

test('[R25] a hostile name is text in the list, on the card, in the search and in the title', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: HOSTILE, company: HOSTILE, note: HOSTILE, numbers: [uniqueNumber()] });
  await sitDown(olga, '/customers?text=onerror');
  await expect(olga.getByRole('link', { name: HOSTILE })).toBeVisible();
  await olga.getByRole('link', { name: HOSTILE }).click();
  await expect(olga.getByRole('heading', { level: 1 })).toHaveText(HOSTILE);
  await expect(olga).toHaveTitle(/<img src=x/);

  await olga.goto('/deliveries/new');
  await olga.getByRole('combobox', { name: 'Find customer' }).fill('onerror');
  await olga.getByRole('option', { name: HOSTILE }).first().click();
  await expect(olga.getByRole('link', { name: 'Open card' })).toHaveAttribute('href', `/customers/${id}`);
  await expect(olga).not.toHaveTitle('pwned');
});

test.describe('one who may not', () => {
  test.use({ expectedComplaints: [/404/] });

  test('[R34] a venue finds neither the list nor a card', async ({ venue, db }) => {
    const { id } = await db.customer.findFirstOrThrow();
    for (const path of ['/customers', `/customers/${id}`]) {
      await venue.goto(path);
      await expect(venue.getByRole('heading', { name: 'Page not found' })).toBeVisible();
    }
  });
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

test('[S1.6] the list shows one class, page by page, and the address says so', async ({ olga, db }) => {
  const word = `Klasowa${randomUUID().slice(0, 6).replace(/\d/g, 'x')}`;
  await db.customer.createMany({
    data: Array.from({ length: 60 }, (_, index) => ({
      name: `${word} ${String(index).padStart(2, '0')}`,
      class: index < 55 ? ('vip' as const) : ('regular' as const),
    })),
  });
  await sitDown(olga, '/customers');
  const rows = olga.getByRole('table', { name: 'Customers' }).getByRole('row').filter({ hasText: word });

  await olga.getByRole('searchbox', { name: 'Search customers' }).fill(word);
  await olga.getByRole('combobox', { name: 'Class' }).selectOption('VIP');
  await expect(olga).toHaveURL(new RegExp(`class=vip&text=${word}|text=${word}&class=vip`));
  await expect(rows).toHaveCount(50);

  await olga.getByRole('link', { name: 'Next page' }).click();
  await expect(rows).toHaveCount(5);
  await expect(olga.getByRole('combobox', { name: 'Class' })).toHaveValue('vip');
  await olga.getByRole('link', { name: 'First page' }).click();
  await expect(rows).toHaveCount(50);
});

test('[S1.14] who is looked for in vain is added under what was typed', async ({ olga, db }) => {
  const name = `Nikt ${randomUUID().slice(0, 8).replace(/\d/g, 'x')}`;
  const number = uniqueNumber();
  await sitDown(olga, `/customers?text=${encodeURIComponent(name)}&class=vip`);
  await expect(olga.getByText('Nobody matches these filters')).toBeVisible();
  await expect(olga.getByRole('link', { name: 'Clear filters' })).toBeVisible();

  await olga.getByRole('link', { name: 'New customer' }).last().click();
  await expect(olga.getByRole('textbox', { name: 'Name' })).toHaveValue(name);
  await olga.getByRole('textbox', { name: 'Number' }).fill('12');
  await olga.getByRole('button', { name: 'Save customer' }).click();
  await expect(olga.getByRole('textbox', { name: 'Number' })).toHaveAccessibleDescription(/number/i);
  await olga.getByRole('textbox', { name: 'Number' }).fill(number);
  await olga.getByRole('button', { name: 'Save customer' }).click();

  await expect(olga.getByRole('heading', { name })).toBeVisible();
  expect(await db.customer.findFirst({ where: { name }, include: { numbers: true } })).toMatchObject({
    numbers: [{ e164: number }],
  });
});
