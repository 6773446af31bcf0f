import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CUT_OFF, disagree } from './conflict.ts';
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
  test.use({ expectedComplaints: [CUT_OFF] });

  test('two operators who change the same thing are told, and one value is chosen', async ({ olga, oskar, db }) => {
    const { deliveryId, conflict } = await disagree(db, olga, oskar);

    await expect(conflict).toContainText('Olga Operator');
    await expect(conflict).toContainText('Wilcza 3');
    await conflict.getByRole('button', { name: 'Keep mine' }).click();
    await expect.poll(() => db.delivery.findUnique({ where: { id: deliveryId } })).toMatchObject({ street: 'Wilcza 3' });
  });
});
