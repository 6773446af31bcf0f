import { randomUUID } from 'node:crypto';
import { createCustomer } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { currentCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

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

  await sitDown(olga, `/customers?text=${number.slice('+487'.length)}`);
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
