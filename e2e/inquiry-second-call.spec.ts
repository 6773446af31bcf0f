import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS } from '../scripts/call/demo-world.ts';
import { currentCall, shownNumber, sitDown } from './desk.ts';
import { expect, signedInOnce, test, withPage } from './fixtures.ts';
import { answered, atMarta, createFirm, field, potentialOf, register, wizard } from './inquiry.ts';

test('[S3.6] [S3.14] the inquiry of a second call is told from that of the first, and opens once', async ({ marta, pbx, db }) => {
  const { number, customer } = await createFirm(db);
  const second = uniqueNumber();
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atMarta });
  await answered(marta);
  await expect(wizard(marta)).toHaveAccessibleDescription(new RegExp(`^Tola Testowa, ${customer.name}, `));

  await pbx.ring({ from: second, ...atMarta });
  await answered(marta);
  const notice = wizard(marta).getByRole('status').filter({ hasText: 'You are talking with' });
  await expect(notice).toContainText(shownNumber(second));
  await expect(notice).toContainText(`This inquiry is of Tola Testowa, ${customer.name}`);
  await notice.getByRole('button', { name: 'To the inquiry of this talk' }).click();

  await expect(notice).toBeHidden();
  await expect(wizard(marta)).toHaveAccessibleDescription(shownNumber(second));
  await field(marta, 'Potential customer').fill('Ewelina Kania');
  await field(marta, 'Subject').fill('Family party');
  await register(marta);
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  const [interest] = await potentialOf(db, second);

  const call = currentCall(marta).filter({ hasText: 'Ewelina Kania' });
  await expect(call).toContainText('Potential customer');
  await expect(call.getByRole('link', { name: 'Ewelina Kania' })).toHaveAttribute('href', `/interests/${interest?.id}`);
  await expect(call.getByRole('link', { name: `Registered as interest #${interest?.number}` })).toBeVisible();
  await expect(wizard(marta)).toBeHidden();
});

test('[S3.14] an open wizard says who registered an inquiry of the same call, and as what', async ({
  browser,
  marta,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const session = await signedInOnce(browser, 'supervisor@offhook.test');
  await withPage(browser, session, [], async (sylwia) => {
    await sitDown(sylwia, '/customers');
    await sitDown(marta, '/customers');
    const callId = await pbx.ring({ from: number, ...atMarta });
    await answered(marta);
    await field(marta, 'Subject').fill('Party');
    await pbx.transfer(callId, { from: EXTENSIONS.marta, to: '110' });
    await answered(sylwia);
    await currentCall(sylwia).getByRole('button', { name: 'Continue inquiry' }).click();
    await field(sylwia, 'Potential customer').fill('Ewelina Kania');
    await register(sylwia);
    await expect(sylwia).toHaveURL(/\/interests\/[\da-f-]{36}$/);
    const [interest] = await potentialOf(db, number);

    const notice = wizard(marta).getByRole('status').filter({ hasText: 'Sylwia Supervisor registered an inquiry of this call' });
    await expect(notice.getByRole('link')).toHaveAttribute('href', `/interests/${interest?.id}`);
    await expect(notice.getByRole('link')).toHaveAccessibleName(`#${interest?.number} Party`);
    await field(marta, 'Description').fill('For forty people');
    await expect(wizard(marta)).toContainText('Kept as a draft');
    await expect(notice).toBeVisible();
  });
});
