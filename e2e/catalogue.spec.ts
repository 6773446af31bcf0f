import type { Page } from '@playwright/test';
import { hashPassword } from '../lib/auth/password.ts';
import { createProduct, createProductAt } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { createUser } from '../prisma/factories/people.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { addProduct, draftIdOf } from './order.ts';
import { signIn } from './sign-in.ts';

/** No two stories share a product: the world stays as they leave it. */
const uniqueCode = () => `T${uniqueNumber().slice(-8)}`;

async function sendTo(page: Page, pointOfSale: { id: string }): Promise<void> {
  await page.getByRole('combobox', { name: 'Send to' }).selectOption(pointOfSale.id);
}

async function openCatalogue(admin: Page, text: string): Promise<void> {
  await admin.goto(`/admin/catalogue?text=${text}`);
  await expect(admin.getByRole('table', { name: 'Catalogue' })).toBeVisible();
}

test('a dish is marked sold out at Mokotów while Olga takes an order: her search, her line and her sending say so', async ({
  olga,
  admin,
  db,
}) => {
  const mokotow = await db.pointOfSale.findFirstOrThrow({ where: { name: 'Mokotów' } });
  const praga = await db.pointOfSale.findFirstOrThrow({ where: { name: 'Praga' } });
  const [code, name] = [uniqueCode(), `Zupa dnia ${uniqueCode()}`];
  const product = await createProduct(db, { code, name, priceMinor: 1_900 });
  await sitDown(olga, `/deliveries/new?phone=${encodeURIComponent(uniqueNumber())}`);
  await sendTo(olga, mokotow);
  await olga.getByRole('textbox', { name: 'Street' }).fill('Puławska 12');
  await addProduct(olga, code);
  const id = await draftIdOf(olga);

  await openCatalogue(admin, code);
  await admin.getByRole('button', { name: `${name} sold out at Mokotów` }).click();
  await expect
    .poll(() => db.pointOfSaleProduct.findFirst({ where: { productId: product.id } }))
    .toMatchObject({ pointOfSaleId: mokotow.id, isAvailable: false });

  await expect(olga.getByRole('list', { name: 'Products in the order' })).toContainText('Sold out at Mokotów');
  await olga.getByRole('combobox', { name: 'Add product' }).fill(code);
  await expect(olga.getByRole('option', { name: code })).toContainText('Sold out');
  await olga.getByRole('combobox', { name: 'Add product' }).press('Escape');
  await olga.getByRole('button', { name: 'Send to point of sale' }).click();
  await expect(olga.getByText(`Sold out: ${name}.`)).toBeVisible();
  expect(await db.delivery.findUnique({ where: { id } })).toMatchObject({ status: 'draft' });

  await sendTo(olga, praga);
  await expect(olga.getByText('Sold out at Mokotów')).toHaveCount(0);
});

test('a price that an admin sets at one point of sale is the price of the next order there', async ({ olga, admin, db }) => {
  const [mokotow, praga] = [
    await db.pointOfSale.findFirstOrThrow({ where: { name: 'Mokotów' } }),
    await db.pointOfSale.findFirstOrThrow({ where: { name: 'Praga' } }),
  ];
  const [code, name] = [uniqueCode(), `Kompot ${uniqueCode()}`];
  const product = await createProduct(db, { code, name, priceMinor: 900 });
  await openCatalogue(admin, code);
  await admin.getByRole('textbox', { name: `Price of ${name} at Praga` }).fill('11,5');
  await admin.keyboard.press('Enter');
  await expect
    .poll(() => db.pointOfSaleProduct.findFirst({ where: { productId: product.id } }))
    .toMatchObject({ pointOfSaleId: praga.id, priceMinor: 1_150 });

  await sitDown(olga, '/deliveries/new');
  await sendTo(olga, praga);
  await addProduct(olga, code);
  await expect(olga.getByText(/11,50\szł/).first()).toBeVisible();

  await sendTo(olga, mokotow);
  await expect(olga.getByText(/11,50\szł/)).toHaveCount(0);
  await expect(olga.getByText(/9,00\szł/).first()).toBeVisible();
});

test('the catalogue is edited by keyboard; what is refused stays in its field and says why', async ({ admin, db }) => {
  const [one, other] = [`A${uniqueCode()}`, `B${uniqueCode()}`];
  const { categoryId } = await createProduct(db, { code: one, name: `Bigos ${one}`, priceMinor: 3_400 });
  const second = await createProduct(db, { code: other, name: `Flaki ${other}`, priceMinor: 2_400, categoryId });
  await admin.goto(`/admin/catalogue?category=${categoryId}`);
  const price = (name: string) => admin.getByRole('textbox', { name: `Price of ${name}`, exact: true });

  await price(`Bigos ${one}`).fill('-3');
  await admin.keyboard.press('Tab');
  await expect(price(`Bigos ${one}`)).toHaveAccessibleDescription('Nothing costs less than nothing');
  await expect(price(`Bigos ${one}`)).toHaveValue('-3');
  await price(`Bigos ${one}`).press('Escape');
  await expect(price(`Bigos ${one}`)).toHaveValue('34,00');

  await price(`Bigos ${one}`).fill('35');
  await admin.keyboard.press('Enter');
  await expect(price(`Flaki ${other}`)).toBeFocused();
  await expect.poll(() => db.product.findUnique({ where: { code: one } })).toMatchObject({ priceMinor: 3_500 });

  const code = admin.getByRole('textbox', { name: `Code of Flaki ${other}` });
  await code.fill(one);
  await admin.keyboard.press('Tab');
  await expect(code).toHaveAccessibleDescription(`Bigos ${one} has this code`);
  expect(await db.product.findUnique({ where: { id: second.id } })).toMatchObject({ code: other });
});

test('the filters show what is filtered, also where the address changes without them', async ({ admin }) => {
  await admin.goto('/admin/catalogue');
  const search = admin.getByRole('searchbox', { name: 'Search the catalogue' });
  const shown = admin.getByRole('combobox', { name: 'Show' });
  await shown.selectOption('archived');
  await expect(admin).toHaveURL(/show=archived/);
  await search.fill('nothing is called this');
  await expect(admin).toHaveURL(/text=nothing/);

  await admin.getByRole('link', { name: 'Clear filters' }).click();
  await expect(search).toHaveValue('');
  await expect(shown).toHaveValue('');
  await admin.goBack();
  await expect(search).toHaveValue('nothing is called this');
  await expect(shown).toHaveValue('archived');
});

test('what a second admin changes is seen at once, and offered to who is editing a cell', async ({ admin, visitor, db }) => {
  const [code, password] = [uniqueCode(), 'a password of this story'];
  await createProduct(db, { code, name: `Chłodnik ${code}`, priceMinor: 1_900 });
  const { email } = await createUser(db, { role: 'admin', passwordHash: await hashPassword(password), isDemo: true });
  await signIn(visitor, email, password);
  await openCatalogue(visitor, code);
  await openCatalogue(admin, code);
  const price = (page: Page) => page.getByRole('textbox', { name: `Price of Chłodnik ${code}`, exact: true });
  const setPrice = async (typed: string) => {
    await price(admin).fill(typed);
    await price(admin).press('Tab');
  };

  await setPrice('21');
  await expect(price(visitor)).toHaveValue('21,00');

  await visitor.getByRole('textbox', { name: `Code of Chłodnik ${code}` }).focus();
  await setPrice('22');
  await visitor.getByRole('button', { name: '1 new change' }).click();
  await expect(price(visitor)).toHaveValue('22,00');
});

test('archiving is taken back by Undo', async ({ admin, db }) => {
  const [code, name] = [uniqueCode(), `Makowiec ${uniqueCode()}`];
  await createProduct(db, { code, name });
  await openCatalogue(admin, code);

  await admin.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(admin.getByText('No product matches these filters')).toBeVisible();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('textbox', { name: `Name of ${name}` })).toBeVisible();
  expect(await db.product.findUnique({ where: { code } })).toMatchObject({ archivedAt: null });
});

test('[R25] [R26] whatever a product is called, it is text', async ({ olga, admin, db }) => {
  const code = uniqueCode();
  const name = `<img src=x onerror=alert(1)> ${code} =HYPERLINK("javascript:x") '); DROP TABLE`;
  const product = await createProduct(db, { code, name, priceMinor: 700 });
  await createProductAt(db, {
    productId: product.id,
    pointOfSaleId: (await db.pointOfSale.findFirstOrThrow()).id,
    priceMinor: 700,
  });

  await openCatalogue(admin, code);
  await expect(admin.getByRole('textbox', { name: `Code of ${name}` })).toHaveValue(code);
  await sitDown(olga, '/deliveries/new');
  await addProduct(olga, code);
  await expect(olga.getByRole('list', { name: 'Products in the order' })).toContainText(name);
});

test.describe('[R34] the catalogue', () => {
  test.use({ expectedComplaints: [/404/] });

  test('is not there for an operator', async ({ olga }) => {
    const answer = await olga.goto('/admin/catalogue');
    expect(answer?.status()).toBe(404);
  });
});
