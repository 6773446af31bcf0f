import type { Page } from '@playwright/test';
import { createContact } from '../prisma/factories/customer-records.ts';
import { createAddress, createCustomer } from '../prisma/factories/customers.ts';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const numbers = (page: Page) => page.getByRole('region', { name: 'Numbers' });

test('the parts of the card keep the address, are links, and are led through by the arrows', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Karta Z Zakładkami' });
  await createDelivery(db, { customerId: id, status: 'delivered' });
  await sitDown(olga, `/customers/${id}`);

  await olga.getByRole('tab', { name: 'Deliveries' }).click();
  await expect(olga).toHaveURL(`/customers/${id}?tab=deliveries`);
  await expect(olga.getByRole('tabpanel', { name: 'Deliveries' }).getByRole('table')).toBeVisible();
  await olga.reload();
  await expect(olga.getByRole('tab', { name: 'Deliveries' })).toHaveAttribute('aria-selected', 'true');

  await olga.getByRole('tab', { name: 'Deliveries' }).press('ArrowRight');
  await expect(olga).toHaveURL(`/customers/${id}?tab=calls`);
  await expect(olga.getByRole('tab', { name: 'Calls' })).toBeFocused();
  await olga.getByRole('tab', { name: 'Calls' }).press('Home');
  await expect(olga).toHaveURL(`/customers/${id}`);
  await expect(numbers(olga)).toBeVisible();
});

test('what is being typed is there when one comes back from another part', async ({ olga, oskar, db }) => {
  const { id } = await createCustomer(db, { name: 'Pisana Karta' });
  await sitDown(olga, `/customers/${id}`);
  await olga.getByRole('button', { name: 'Edit' }).click();
  const note = olga.getByRole('form', { name: 'About' }).getByRole('textbox', { name: 'Note' });
  await note.fill('Half a sentence');

  await olga.getByRole('tab', { name: 'Calls' }).click();
  await expect(olga).toHaveURL(/tab=calls/);
  await olga.getByRole('tab', { name: 'Overview' }).click();
  await expect(note).toHaveValue('Half a sentence');

  // A colleague's change reaches the card, and takes nothing of it away.
  await sitDown(oskar, `/customers/${id}`);
  await oskar.getByRole('button', { name: 'Add number' }).click();
  await oskar.getByRole('textbox', { name: 'New number' }).fill(uniqueNumber());
  await oskar.getByRole('button', { name: 'Save number' }).click();
  await expect(olga.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(1);
  await expect(note).toHaveValue('Half a sentence');
});

test('more deliveries than a page are all reached', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Stały Klient' });
  for (let day = 1; day <= 25; day += 1) {
    await createDelivery(db, { customerId: id, status: 'delivered', wantedAt: new Date(Date.UTC(2026, 0, day, 12)) });
  }
  await sitDown(olga, `/customers/${id}?tab=deliveries`);
  const rows = olga.getByRole('table', { name: 'Deliveries' }).getByRole('row');
  await expect(rows).toHaveCount(21);
  await olga.getByRole('button', { name: 'More' }).click();
  await expect(rows).toHaveCount(26);
  await expect(olga.getByRole('button', { name: 'More' })).toBeHidden();
});

test('a contact person gets a number of the company, and a removal is taken back', async ({ olga, db }) => {
  const e164 = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Firma Kontaktowa', numbers: [e164] });
  await sitDown(olga, `/customers/${id}`);

  await olga.getByRole('button', { name: 'Add contact person' }).click();
  const form = olga.getByRole('form', { name: 'Add contact person' });
  await form.getByRole('button', { name: 'Save' }).click();
  await expect(form.getByText('A name is needed')).toBeVisible();
  await form.getByRole('textbox', { name: 'Name' }).fill('Teresa Testowa');
  await form.getByRole('textbox', { name: 'What they do there' }).fill('Dispatcher');
  await form.getByRole('button', { name: 'Save' }).click();

  await olga.getByRole('button', { name: /Whose number/ }).click();
  await olga.getByRole('combobox', { name: /Whose number/ }).selectOption('Teresa Testowa');
  await expect(olga.getByRole('button', { name: 'Call Teresa Testowa' })).toBeEnabled();
  await olga.getByRole('button', { name: 'Remove Teresa Testowa' }).click();
  await expect(olga.getByRole('button', { name: 'Call Teresa Testowa' })).toBeHidden();
  await olga.getByRole('button', { name: 'Undo' }).click();
  await expect(olga.getByRole('button', { name: 'Call Teresa Testowa' })).toBeEnabled();
  expect(await db.phoneNumber.count({ where: { e164, contact: { name: 'Teresa Testowa' } } })).toBe(1);
});

test('an address is added, changed, and offered for the next delivery', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Z Adresem', numbers: [uniqueNumber()] });
  await sitDown(olga, `/customers/${id}`);

  await olga.getByRole('button', { name: 'Add address' }).click();
  const form = olga.getByRole('form', { name: 'Add address' });
  await form.getByRole('textbox', { name: 'Street' }).fill('Dolna 9');
  await form.getByRole('textbox', { name: 'District' }).fill('Mokotów');
  await form.getByRole('button', { name: 'Save' }).click();
  await olga.getByRole('button', { name: 'Change Mokotów, Dolna 9' }).click();
  const change = olga.getByRole('form', { name: 'Change Mokotów, Dolna 9' });
  await change.getByRole('textbox', { name: 'Flat' }).fill('4');
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(olga.getByRole('list', { name: 'Addresses' })).toContainText('Mokotów, Dolna 9/4');

  await olga.getByRole('link', { name: 'New delivery' }).click();
  await expect(olga.getByRole('textbox', { name: 'Street' })).toHaveValue('Dolna 9');
});

test('[S1.3] a field of the organisation’s own is made by an admin and filled in on the card', async ({ admin, olga, db }) => {
  await db.customerField.deleteMany();
  const { id } = await createCustomer(db, { name: 'Z Własnym Polem' });
  await admin.goto('/admin/customer-fields');
  await expect(admin.getByText('No fields of your own yet')).toBeVisible();
  await admin.getByRole('button', { name: 'Add field' }).click();
  const dialog = admin.getByRole('dialog', { name: 'Add field' });
  await dialog.getByRole('textbox', { name: 'Label' }).fill('Tier');
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('Choice');
  for (const [index, choice] of ['Gold', 'Silver'].entries()) {
    await dialog.getByRole('button', { name: 'Add choice' }).click();
    await dialog.getByRole('textbox', { name: `Choice ${index + 1}` }).fill(choice);
  }
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByRole('table', { name: 'Customer fields' })).toContainText('Gold, Silver');

  await sitDown(olga, `/customers/${id}`);
  await olga.getByRole('button', { name: 'Edit' }).click();
  await olga.getByRole('form', { name: 'About' }).getByRole('combobox', { name: 'Tier' }).selectOption('Gold');
  await olga.getByRole('form', { name: 'About' }).getByRole('button', { name: 'Save' }).click();
  await expect(olga.getByRole('region', { name: 'About' })).toContainText('Gold');

  await admin.getByRole('button', { name: 'Change Tier' }).click();
  const change = admin.getByRole('dialog', { name: 'Change Tier' });
  await change.getByRole('button', { name: 'Remove choice Gold' }).click();
  await change.getByRole('button', { name: 'Save' }).click();
  await expect(change.getByRole('alert')).toContainText('1 customer has a choice that you remove');
  await change.getByRole('button', { name: 'Cancel' }).click();

  await admin.getByRole('button', { name: 'Put Tier away' }).click();
  await expect(admin.getByRole('table', { name: 'Customer fields' })).toBeHidden();
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(admin.getByRole('table', { name: 'Customer fields' })).toContainText('Tier');
  await db.customerField.deleteMany();
});

test('what a colleague changed meanwhile is shown, and one says whose stays', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Sporna Karta', note: 'Before' });
  await sitDown(olga, `/customers/${id}`);
  await olga.getByRole('button', { name: 'Edit' }).click();
  const form = olga.getByRole('form', { name: 'About' });
  await form.getByRole('textbox', { name: 'Note' }).fill('Mine');
  await db.customer.update({ where: { id }, data: { note: 'Theirs' } });
  await form.getByRole('button', { name: 'Save', exact: true }).click();

  await expect(form.getByRole('alert')).toContainText('Theirs');
  await form.getByRole('button', { name: 'Save mine' }).click();
  await expect(form).toBeHidden();
  await expect.poll(async () => (await db.customer.findUnique({ where: { id } }))?.note).toBe('Mine');
});

test('[S1.15] the number that calls now is added to the open card by one press', async ({ olga, pbx, db }) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Nowy Numer Starej Klientki', numbers: [uniqueNumber()] });
  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  await expect(currentCall(olga)).toBeVisible();

  await olga.goto(`/customers/${id}`);
  await expect(olga.getByRole('region', { name: 'Calling now' })).toContainText(shownNumber(number));
  await olga.getByRole('button', { name: 'Add number' }).click();

  await expect(olga.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(2);
  await expect(olga.getByRole('region', { name: 'Calling now' })).toBeHidden();
  expect(await db.phoneNumber.count({ where: { e164: number, customerId: id } })).toBe(1);
  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
});

test.describe('a number that is somebody else’s', () => {
  async function typeTaken(olga: Page, id: string, e164: string) {
    await sitDown(olga, `/customers/${id}`);
    await olga.getByRole('button', { name: 'Add number' }).click();
    await olga.getByRole('textbox', { name: 'New number' }).fill(e164);
    await olga.getByRole('button', { name: 'Save number' }).click();
    return olga.getByRole('dialog', { name: /belongs to somebody else/ });
  }

  test('[S1.15a] is shared only on purpose', async ({ olga, db }) => {
    const e164 = uniqueNumber();
    await createCustomer(db, { name: 'Pierwsza Właścicielka', numbers: [e164] });
    const { id } = await createCustomer(db, { name: 'Drugi Właściciel' });
    const dialog = await typeTaken(olga, id, e164);
    await expect(dialog).toContainText('Pierwsza Właścicielka');
    await dialog.getByRole('button', { name: 'Cancel' }).click();
    expect(await db.phoneNumber.count({ where: { e164 } })).toBe(1);

    await olga.getByRole('button', { name: 'Save number' }).click();
    await dialog.getByRole('button', { name: 'Share' }).click();
    await expect(numbers(olga)).toContainText(shownNumber(e164));
    expect(await db.phoneNumber.count({ where: { e164 } })).toBe(2);
  });

  test('[S1.15a] is moved, told whether the other has another, and moved back', async ({ olga, db }) => {
    const e164 = uniqueNumber();
    const from = await createCustomer(db, { name: 'Traci Numer', numbers: [e164] });
    const { id } = await createCustomer(db, { name: 'Dostaje Numer' });
    const dialog = await typeTaken(olga, id, e164);
    await expect(dialog).toContainText('It is Traci Numer’s only number');
    await dialog.getByRole('button', { name: 'Move' }).click();
    await expect(numbers(olga)).toContainText(shownNumber(e164));
    expect(await db.phoneNumber.findMany({ where: { e164 } })).toMatchObject([{ customerId: id }]);

    await olga.getByRole('button', { name: 'Undo' }).click();
    await expect(numbers(olga)).not.toContainText(shownNumber(e164));
    expect(await db.phoneNumber.findMany({ where: { e164 } })).toMatchObject([{ customerId: from.id }]);
  });

  test('[S1.15a] decided too late it is asked again, and nothing was done', async ({ olga, db }) => {
    const e164 = uniqueNumber();
    await createCustomer(db, { name: 'Jedna', numbers: [e164] });
    const { id } = await createCustomer(db, { name: 'Spóźniony' });
    const dialog = await typeTaken(olga, id, e164);
    await expect(dialog).toContainText('Jedna');
    await createCustomer(db, { name: 'Druga Od Przed Chwili', numbers: [e164] });

    await dialog.getByRole('button', { name: 'Share' }).click();
    await expect(dialog.getByRole('alert')).toContainText('Meanwhile others have this number');
    await expect(dialog).toContainText('Druga Od Przed Chwili');
    await expect(dialog.getByRole('button', { name: 'Move' })).toBeDisabled();
    expect(await db.phoneNumber.count({ where: { customerId: id } })).toBe(0);
  });

  test('[S1.15a] two records of one person are compared and merged, and the merge is undone', async ({ olga, oskar, db }) => {
    const e164 = uniqueNumber();
    const other = await createCustomer(db, {
      name: 'Ewa Podwójna',
      note: 'Gate code 4711',
      class: 'vip',
      numbers: [e164, uniqueNumber()],
    });
    await createContact(db, { customerId: other.id, name: 'Siostra Ewy' });
    await createAddress(db, { customerId: other.id, street: 'Dolna 77' });
    const { id } = await createCustomer(db, { name: 'Ewa P.', numbers: [uniqueNumber()] });
    const { id: draftId } = await createDelivery(db, { status: 'draft', customerId: other.id, customerName: 'Ewa Podwójna' });
    await sitDown(oskar, `/deliveries/${draftId}`);
    await oskar.getByRole('textbox', { name: 'Street' }).fill('Typed meanwhile 1');

    const taken = await typeTaken(olga, id, e164);
    await taken.getByRole('button', { name: 'Merge' }).click();
    const dialog = olga.getByRole('dialog', { name: 'Merge two records of one person' });
    await expect(dialog).toContainText('Gate code 4711');
    await expect(dialog).toContainText('2 numbers');
    await dialog.getByRole('radio', { name: 'Name of the other record' }).check();
    await dialog.getByRole('button', { name: 'Merge' }).click();

    await expect(olga.getByRole('heading', { level: 1 })).toHaveText('Ewa Podwójna');
    await expect(olga.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(3);
    await expect(olga.getByRole('list', { name: 'Contact persons' })).toContainText('Siostra Ewy');
    await expect(olga.getByText('Gate code 4711')).toBeVisible();
    await expect.poll(() => db.delivery.findUnique({ where: { id: draftId } })).toMatchObject({ customerId: id });
    await expect(oskar.getByRole('textbox', { name: 'Street' })).toHaveValue('Typed meanwhile 1');
    await oskar.getByRole('textbox', { name: 'Flat' }).fill('5');
    await oskar.getByRole('textbox', { name: 'Flat' }).blur();
    await expect.poll(() => db.delivery.findUnique({ where: { id: draftId } })).toMatchObject({ customerId: id, flat: '5' });

    await olga.goto(`/customers/${other.id}`);
    await expect(olga).toHaveURL(`/customers/${id}?merged=${other.id}`);
    await expect(olga.getByRole('status').filter({ hasText: 'Ewa Podwójna became part of this record' })).toBeVisible();
    await olga.getByRole('button', { name: 'Undo this merge' }).click();
    await expect(olga.getByRole('heading', { level: 1 })).toHaveText('Ewa P.');
    await expect(olga.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(1);
    await olga.goto(`/customers/${other.id}`);
    await expect(olga.getByRole('heading', { level: 1 })).toHaveText('Ewa Podwójna');
    await expect(olga.getByRole('list', { name: 'Numbers' }).getByRole('listitem')).toHaveCount(2);
  });
});
