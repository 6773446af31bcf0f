import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { currentCall, expectOnlyCall, incomingCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import {
  answered,
  askMarta,
  atMarta,
  atOlga,
  chooseMarta,
  completeTransfer,
  field,
  interests,
  potentialOf,
  register,
  wizard,
} from './inquiry.ts';

const entry = (page: Parameters<typeof field>[0]) => page.getByRole('form', { name: 'Who is calling' });

test('[S3.2] [S3.3] [S3.5] [S3.6] [S3.7] the wizard opens once the transfer is complete, not while Olga asks', async ({
  olga,
  marta,
  pbx,
}) => {
  await sitDown(olga);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: CALLERS.teresa.number, ...atOlga });
  await answered(olga);
  await askMarta(olga, marta);
  await expect(currentCall(marta).getByRole('button', { name: 'Inquiry' })).toHaveCount(0);
  await expect(wizard(marta)).toBeHidden();

  await completeTransfer(olga);
  await expectOnlyCall(marta, 'Lis Logistics');
  await expect(wizard(marta).getByRole('searchbox', { name: 'Phone' })).toHaveValue(shownNumber(CALLERS.teresa.number));
  await expect(wizard(marta)).toContainText('Teresa Lis, contact');
  expect(await interests(marta).getByRole('radio').count()).toBeGreaterThanOrEqual(3);
  await expect(interests(marta).getByRole('radio').last()).toHaveAccessibleName('New interest');
});

test('[S3.12] [S3.16] what Olga took down of somebody unknown is at Marta’s screen, and nobody is made of Olga’s extension', async ({
  olga,
  marta,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const customers = await db.customer.count();
  await sitDown(olga);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atOlga });
  await answered(olga);
  await entry(olga).getByRole('textbox', { name: "Caller's name" }).fill('Ewelina Kania');
  await entry(olga).getByRole('button', { name: 'More' }).click();
  await entry(olga).getByRole('textbox', { name: 'Company' }).fill('Kania i Syn');
  await entry(olga).getByRole('textbox', { name: 'Note' }).fill('Wants pierogi');
  await askMarta(olga, marta);
  await completeTransfer(olga);

  await expect(field(marta, 'Potential customer')).toHaveValue('Ewelina Kania');
  await expect(field(marta, 'Company')).toHaveValue('Kania i Syn');
  await expect(field(marta, 'Description')).toHaveValue('Wants pierogi');
  await expect(field(marta, 'Subject')).toBeFocused();
  await expect(entry(marta).getByRole('textbox', { name: "Caller's name" })).toHaveValue('Ewelina Kania');
  await expect(olga.getByRole('region', { name: 'Caller not saved yet' })).toBeVisible();

  await field(marta, 'Subject').fill('Family party');
  await register(marta);
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  expect(await potentialOf(db, number)).toMatchObject([
    { potentialName: 'Ewelina Kania', potentialCompany: 'Kania i Syn', description: 'Wants pierogi' },
  ]);
  expect(await db.customer.count()).toBe(customers);
  await expect(olga.getByRole('region', { name: 'Caller not saved yet' })).toBeHidden();
});

test('[S3.16] whom Olga chose of several is chosen at Marta', async ({ olga, marta, pbx }) => {
  await sitDown(olga);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answered(olga);
  await olga
    .getByRole('dialog', { name: 'Choose the customer' })
    .getByRole('button', { name: /^Anna Kowalska/ })
    .click();
  await askMarta(olga, marta);
  await completeTransfer(olga);
  await expect(wizard(marta).getByRole('button', { name: /^Anna Kowalska/ })).toHaveAttribute('aria-pressed', 'true');
});

test('[S3.6] a call that is transferred at once opens it when Marta answers', async ({ olga, marta, pbx }) => {
  await sitDown(olga);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: uniqueNumber(), ...atOlga });
  await answered(olga);
  await chooseMarta(olga, 'Transfer now');
  await expect(incomingCall(marta)).toBeVisible();
  await expect(wizard(marta)).toBeHidden();
  await answered(marta);
  await expect(field(marta, 'Potential customer')).toBeVisible();
});

test('[S3.15] a refused transfer opens nothing at Marta, and Olga has the caller again', async ({ olga, marta, pbx }) => {
  await sitDown(olga, '/customers');
  await sitDown(marta, '/customers');
  await pbx.ring({ from: CALLERS.teresa.number, ...atOlga });
  await answered(olga);
  await chooseMarta(olga, 'Transfer now');
  await incomingCall(marta).getByRole('button', { name: 'Reject' }).click();
  await expect(incomingCall(olga)).toContainText('Lis Logistics');
  await answered(olga);
  await expectOnlyCall(olga, 'Lis Logistics');
  await expect(incomingCall(marta)).toHaveCount(0);
  await expect(wizard(marta)).toBeHidden();
});

test('[S3.15] Back to caller after the question opens nothing at Marta', async ({ olga, marta, pbx }) => {
  await sitDown(olga, '/customers');
  await sitDown(marta, '/customers');
  await pbx.ring({ from: CALLERS.teresa.number, ...atOlga });
  await answered(olga);
  await askMarta(olga, marta);
  await olga.getByRole('button', { name: 'Back to caller' }).click();
  await expectOnlyCall(olga, 'Lis Logistics');
  await expect(currentCall(marta)).toHaveCount(0);
  await expect(wizard(marta)).toBeHidden();
});

test.describe('the action on an incoming call', () => {
  test.afterEach(async ({ db }) => {
    await db.user.update({ where: { email: 'manager@offhook.test' }, data: { incomingCallAction: 'register_inquiry' } });
  });

  test('[S3.1] is chosen in the personal settings, which every tab follows: with Nothing the wizard opens by hand only', async ({
    marta,
    pbx,
  }) => {
    await sitDown(marta, '/settings');
    const other = await marta.context().newPage();
    await sitDown(other, '/settings');
    const action = (page: typeof marta) => page.getByRole('combobox', { name: 'Action on incoming call' });
    await expect(action(marta).getByRole('option')).toHaveText(['Nothing', 'Open delivery', 'Register an inquiry']);
    await expect(action(other)).toHaveValue('register_inquiry');
    await action(marta).selectOption('Nothing');
    await expect(action(other)).toHaveValue('nothing');
    await other.close();

    await pbx.ring({ from: uniqueNumber(), ...atMarta });
    await answered(marta);
    await currentCall(marta).getByRole('button', { name: 'Inquiry' }).click();
    await expect(field(marta, 'Potential customer')).toBeFocused();
  });
});

test('[S3.1] an operator, who registers none, is not offered it', async ({ olga, pbx }) => {
  await sitDown(olga, '/settings');
  const action = olga.getByRole('combobox', { name: 'Action on incoming call' });
  await expect(action.getByRole('option')).toHaveText(['Nothing', 'Open delivery']);
  await pbx.ring({ from: CALLERS.teresa.number, ...atOlga });
  await answered(olga);
  await expect(currentCall(olga)).toContainText('Talking');
  await expect(currentCall(olga).getByRole('button', { name: 'Inquiry' })).toHaveCount(0);
});
