import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test('two operators who change different things of one delivery both keep theirs', async ({ olga, oskar, db }) => {
  const { id } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), street: 'Wilcza 1' });
  for (const desk of [olga, oskar]) await sitDown(desk, `/deliveries/${id}`);

  await olga.getByRole('textbox', { name: 'Flat' }).fill('12');
  await oskar.getByRole('textbox', { name: /Comment/ }).fill('Bez cebuli');
  for (const desk of [olga, oskar]) await desk.getByRole('button', { name: 'Save draft' }).click();

  await expect
    .poll(() => db.delivery.findUnique({ where: { id } }))
    .toMatchObject({ flat: '12', comment: 'Bez cebuli', street: 'Wilcza 1' });
});

test.describe('with a connection that fails meanwhile', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] });

  test('two operators who change the same thing are told, and one value is chosen', async ({ olga, oskar, db }) => {
    const { id } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), street: 'Wilcza 1' });
    for (const desk of [olga, oskar]) await sitDown(desk, `/deliveries/${id}`);
    // Cut off, so that what Olga saves does not reach Oskar's page before he has changed the same field.
    await oskar.context().setOffline(true);
    await oskar.getByRole('textbox', { name: 'Street' }).fill('Wilcza 3');

    await olga.getByRole('textbox', { name: 'Street' }).fill('Wilcza 2');
    await olga.getByRole('button', { name: 'Save draft' }).click();
    await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ street: 'Wilcza 2' });
    await oskar.context().setOffline(false);

    const conflict = oskar.getByRole('alert').filter({ hasText: 'Wilcza 2' });
    await expect(conflict).toContainText('Olga Operator');
    await expect(conflict).toContainText('Wilcza 3');
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => db.delivery.findUnique({ where: { id } })).toMatchObject({ street: 'Wilcza 3' });
  });
});
