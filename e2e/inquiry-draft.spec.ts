import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS } from '../scripts/call/demo-world.ts';
import { currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, signedInOnce, test, withPage } from './fixtures.ts';
import { answered, atMarta, callsOf, field, potentialOf, register, wizard } from './inquiry.ts';

test('[S3.16] dismissed, it waits on the call, outlives a reload and the end of the call, and is continued or thrown away', async ({
  marta,
  pbx,
}) => {
  await sitDown(marta, '/customers');
  const callId = await pbx.ring({ from: uniqueNumber(), ...atMarta });
  await answered(marta);
  await field(marta, 'Subject').fill('Family party');
  await marta.keyboard.press('Escape');
  await expect(wizard(marta)).toBeHidden();
  await expect(currentCall(marta)).toContainText('Waiting to be registered: Family party');
  await currentCall(marta).getByRole('button', { name: 'Continue inquiry' }).click();
  await expect(field(marta, 'Subject')).toHaveValue('Family party');

  await marta.reload();
  await expect(field(marta, 'Subject')).toHaveValue('Family party');
  await wizard(marta).getByRole('button', { name: 'Not now' }).click();
  await expect(wizard(marta)).toBeHidden();

  await pbx.hangUp(callId);
  const left = marta.getByRole('region', { name: 'Inquiries not registered' });
  const mine = left.getByRole('listitem').filter({ hasText: 'Family party' });
  await mine.getByRole('button', { name: 'Continue inquiry' }).click();
  await expect(field(marta, 'Subject')).toHaveValue('Family party');
  await marta.keyboard.press('Escape');
  await mine.getByRole('button', { name: 'Discard' }).click();
  await expect(mine).toHaveCount(0);
});

test('it opens by itself without taking the focus from a field of the dock', async ({ marta, pbx }) => {
  await sitDown(marta, '/customers');
  await marta.getByRole('banner').getByRole('button', { name: 'Dialer' }).click();
  const number = marta.getByRole('region', { name: 'Dialer' }).getByRole('textbox', { name: 'Number' });
  await number.fill('600');
  const callId = await pbx.ring({ from: uniqueNumber(), ...atMarta });
  await expect(incomingCall(marta)).toBeVisible();
  await number.focus();
  await pbx.answer(callId, EXTENSIONS.marta);
  await expect(field(marta, 'Potential customer')).toBeVisible();
  await expect(number).toBeFocused();
  await marta.keyboard.type('100');
  await expect(number).toHaveValue(/600.?100/);
});

test.describe('where the connection fails', () => {
  test.use({ expectedComplaints: [/ERR_FAILED|Failed to fetch/] });

  test('what was written stays, and is registered once', async ({ marta, pbx, db }) => {
    const number = uniqueNumber();
    await sitDown(marta, '/customers');
    await pbx.ring({ from: number, ...atMarta });
    await answered(marta);
    await field(marta, 'Potential customer').fill('Ewelina');

    await marta.route('**/*', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()));
    await field(marta, 'Subject').fill('Family party');
    await expect(wizard(marta)).toContainText('No connection: the draft is kept on this computer');
    await register(marta);
    await expect(wizard(marta).getByRole('alert')).toContainText('The server did not answer');
    await marta.unrouteAll();
    await register(marta);
    await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
    expect(await potentialOf(db, number)).toMatchObject([{ subject: 'Family party', potentialName: 'Ewelina' }]);
  });
});

test('[R9] two managers who had the call register it at once: an interest each, and the call once in each', async ({
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
    await expect(field(sylwia, 'Subject')).toHaveValue('Party');

    await Promise.all([register(marta), register(sylwia)]);
    for (const page of [marta, sylwia]) await expect(page).toHaveURL(/\/interests\/[\da-f-]{36}$/);
    const stored = await potentialOf(db, number);
    expect(stored).toHaveLength(2);
    for (const { id } of stored) expect(await callsOf(db, id)).toBe(1);
  });
});

test('[S3.16] of two who write in one field the last wins; the other is told, and puts their words back', async ({
  browser,
  marta,
  pbx,
}) => {
  const session = await signedInOnce(browser, 'supervisor@offhook.test');
  await withPage(browser, session, [], async (sylwia) => {
    await sitDown(sylwia, '/customers');
    await sitDown(marta, '/customers');
    const callId = await pbx.ring({ from: uniqueNumber(), ...atMarta });
    await answered(marta);
    await field(marta, 'Subject').fill('Party');
    await expect(wizard(marta)).toContainText('Kept as a draft');
    await pbx.transfer(callId, { from: EXTENSIONS.marta, to: '110' });
    await answered(sylwia);
    await currentCall(sylwia).getByRole('button', { name: 'Continue inquiry' }).click();
    await field(sylwia, 'Subject').fill('Wedding');

    await expect(wizard(marta)).toContainText('Sylwia Supervisor wrote over what you had in: Subject');
    await expect(field(marta, 'Subject')).toHaveValue('Wedding');
    await wizard(marta).getByRole('button', { name: 'Put mine back' }).click();
    await expect(field(sylwia, 'Subject')).toHaveValue('Party');
    await expect(wizard(sylwia)).toContainText('Marta Manager wrote over');
  });
});
