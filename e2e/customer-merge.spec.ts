import { createCustomer } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('two who share a number are told apart, and merged by the search where they are one', async ({ olga, db }) => {
  const e164 = uniqueNumber();
  const mark = e164.slice(-7);
  const { id } = await createCustomer(db, { name: `Rodzina A ${mark}`, numbers: [e164] });
  await createCustomer(db, { name: `Rodzina B ${mark}`, numbers: [e164] });
  await sitDown(olga, `/customers/${id}`);
  await expect(olga.getByText(`Same number as Rodzina B ${mark}`)).toBeVisible();

  await olga.getByRole('button', { name: 'Merge with…' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Merge two records of one person' });
  await dialog.getByRole('searchbox', { name: 'The other record' }).fill(`rodzina b ${mark}`);
  await dialog.getByRole('button', { name: new RegExp(`Rodzina B ${mark}`) }).click();
  await expect(dialog).toContainText('A number that both have stays one.');
  // A colleague changes one of them while they are compared.
  await db.customer.updateMany({ where: { name: `Rodzina B ${mark}` }, data: { company: 'Changed meanwhile' } });
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog.getByRole('alert')).toContainText('It was changed meanwhile');
  await expect(dialog).toContainText('Changed meanwhile');

  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(olga.getByText(`Same number as Rodzina B ${mark}`)).toBeHidden();
  await olga.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(olga.getByText(`Same number as Rodzina B ${mark}`)).toBeVisible();
});

test('a record that a colleague merges away keeps what is typed on it, and its note comes along', async ({ olga, oskar, db }) => {
  const mark = uniqueNumber().slice(-7);
  const kept = await createCustomer(db, { name: `Zostaje ${mark}` });
  const gone = await createCustomer(db, { name: `Znika ${mark}` });
  await sitDown(oskar, `/customers/${gone.id}`);
  await oskar.getByRole('textbox', { name: 'New note' }).fill('Half a sentence');
  await oskar.getByRole('button', { name: 'Edit' }).first().click();
  await oskar.getByRole('textbox', { name: 'City' }).fill('Gdynia');

  await sitDown(olga, `/customers/${kept.id}`);
  await olga.getByRole('button', { name: 'Merge with…' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Merge two records of one person' });
  await dialog.getByRole('searchbox', { name: 'The other record' }).fill(`znika ${mark}`);
  await dialog.getByRole('button', { name: new RegExp(`Znika ${mark}`) }).click();
  await dialog.getByRole('button', { name: 'Merge' }).click();
  await expect(dialog).toBeHidden();

  const alert = oskar.getByRole('alert').filter({ hasText: `Olga Operator has just merged Znika ${mark} into another record` });
  await expect(alert).toBeInViewport();
  await expect(oskar.getByRole('textbox', { name: 'City' })).toHaveValue('Gdynia');

  await alert.getByRole('link', { name: 'Open that record' }).click();
  await expect(oskar.getByRole('heading', { level: 1 })).toHaveText(`Zostaje ${mark}`);
  await expect(oskar.getByRole('status').filter({ hasText: `Znika ${mark} became part of this record` })).toBeVisible();
  await expect(oskar.getByRole('textbox', { name: 'New note' })).toHaveValue('Half a sentence');
  await expect(alert).toHaveCount(0);
});
