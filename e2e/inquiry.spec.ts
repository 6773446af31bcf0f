import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS } from '../scripts/call/demo-world.ts';
import { expectAccessible } from './accessible.ts';
import { currentCall, expectOnlyCall, incomingCall, shownNumber, sitDown } from './desk.ts';
import { expect, signedInOnce, test, withPage } from './fixtures.ts';
import { answered, atMarta, callsOf, createFirm, field, interests, potentialOf, register, wizard } from './inquiry.ts';

test('[S3.17] [S3.7] [S3.8] [S3.9] [S3.11] a direct call opens the wizard with the customer found, and one of their interests gets the call', async ({
  marta,
  pbx,
  db,
}) => {
  const { number, customer, lunches } = await createFirm(db);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atMarta });
  await expect(wizard(marta)).toBeHidden();
  await answered(marta);

  await expect(wizard(marta).getByRole('searchbox', { name: 'Phone' })).toHaveValue(shownNumber(number));
  await expect(wizard(marta).getByRole('button', { name: new RegExp(`^${customer.name}`) })).toHaveAttribute(
    'aria-pressed',
    'true',
  );
  await expect(wizard(marta)).toContainText('Tola Testowa, contact');
  const choices = interests(marta).getByRole('radio');
  await expect(choices).toHaveCount(4);
  await expect(choices.nth(0)).toHaveAccessibleName('Fleet lunches');
  await expect(choices.nth(1)).toHaveAccessibleName('Christmas catering');
  await expect(choices.nth(2)).toHaveAccessibleName('A trade fair');
  await expect(choices.nth(3)).toHaveAccessibleName('New interest');
  await expect(choices.nth(0)).toBeFocused();
  await expect(field(marta, 'Subject')).toBeHidden();

  await field(marta, 'What to do').fill('Send a changed offer');
  await field(marta, 'Description').fill('Six people more');
  await register(marta);

  await expect(marta).toHaveURL(`/interests/${lunches.id}`);
  await expect(wizard(marta)).toBeHidden();
  expect(await db.interest.findUniqueOrThrow({ where: { id: lunches.id } })).toMatchObject({
    subject: 'Fleet lunches',
    whatToDo: 'Send a changed offer',
  });
  expect(await db.interaction.findMany({ where: { interestId: lunches.id } })).toMatchObject([
    { kind: 'call', text: 'Six people more' },
  ]);
  await expect(currentCall(marta).getByRole('link', { name: `Registered as interest #${lunches.number}` })).toBeVisible();
});

test('[S3.12] [S3.13] [S3.11] an unknown caller is a potential customer at once, and Ctrl Enter registers', async ({
  marta,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atMarta });
  await answered(marta);

  await expect(wizard(marta)).toContainText('No customer with this number');
  await expect(field(marta, 'Potential customer')).toBeFocused();
  await marta.keyboard.type('Ewelina Kania');
  await field(marta, 'What to do').fill('Send a menu');
  await marta.keyboard.press('Control+Enter');
  await expect(wizard(marta)).toContainText('A new interest needs a subject');

  await field(marta, 'Subject').fill('x'.repeat(10_240));
  await register(marta);
  await expect(wizard(marta)).toContainText('Too long: 10,240 characters, and at most 200 fit');
  await expect(field(marta, 'Subject')).toHaveValue('x'.repeat(10_240));
  await expect(field(marta, 'Subject')).toHaveAttribute('aria-invalid', 'true');

  await field(marta, 'Subject').fill('Family party');
  await marta.keyboard.press('Control+Enter');
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  const [interest] = await potentialOf(db, number);
  expect(interest).toMatchObject({ potentialName: 'Ewelina Kania', subject: 'Family party', whatToDo: 'Send a menu' });
  expect(await callsOf(db, interest?.id ?? '')).toBe(1);
});

test('[S3.10] whether the interest opens is remembered, and the message leads to it', async ({ marta, pbx, db }) => {
  const { number, lunches } = await createFirm(db);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atMarta });
  await answered(marta);
  const box = wizard(marta).getByRole('checkbox', { name: 'Open interest' });
  await expect(box).toBeChecked();
  await box.uncheck();
  await register(marta);
  await expect(wizard(marta)).toBeHidden();
  await expect(marta).toHaveURL(/\/customers$/);
  expect(await callsOf(db, lunches.id)).toBe(1);

  await currentCall(marta).getByRole('button', { name: 'Inquiry' }).click();
  await expect(box).not.toBeChecked();
  await box.check();
  await register(marta);
  await expect(marta).toHaveURL(`/interests/${lunches.id}`);
  expect(await callsOf(db, lunches.id)).toBe(1);
});

test('an interest that was closed meanwhile is refused in words, and becomes a new one with what was written', async ({
  marta,
  pbx,
  db,
}) => {
  const { number, lunches, customer } = await createFirm(db);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: number, ...atMarta });
  await answered(marta);
  await interests(marta).getByRole('radio', { name: 'Fleet lunches' }).check();
  await field(marta, 'Description').fill('Six people more');
  const lost = await db.interestStage.findFirstOrThrow({ where: { standard: 'lost' } });
  await db.interest.update({ where: { id: lunches.id }, data: { stageId: lost.id, closedAt: new Date() } });

  await register(marta);
  await expect(wizard(marta).getByRole('alert')).toContainText('was closed meanwhile');
  await expect(interests(marta).getByRole('radio', { name: 'Fleet lunches' })).toBeHidden();
  await expect(field(marta, 'Description')).toHaveValue('Six people more');
  await wizard(marta).getByRole('button', { name: 'Make it a new interest' }).click();
  await expect(field(marta, 'Subject')).toHaveValue('Fleet lunches');
  await register(marta);

  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  expect(await callsOf(db, lunches.id)).toBe(0);
  expect(
    await db.interest.findFirst({ where: { customerId: customer.id, subject: 'Fleet lunches', closedAt: null } }),
  ).toMatchObject({
    description: 'Six people more',
  });
});

test('another number or a name finds somebody else, whose interests are offered', async ({ marta, pbx, db }) => {
  const { customer, fair } = await createFirm(db);
  await sitDown(marta, '/customers');
  await pbx.ring({ from: uniqueNumber(), ...atMarta });
  await answered(marta);

  await wizard(marta).getByRole('button', { name: 'Search by name' }).click();
  await marta.keyboard.type(customer.name);
  await wizard(marta)
    .getByRole('button', { name: new RegExp(`^${customer.name}`) })
    .click();
  await interests(marta).getByRole('radio', { name: 'A trade fair' }).check();
  await register(marta);
  await expect(marta).toHaveURL(`/interests/${fair.id}`);
});

test('of several customers with the number one is chosen first', async ({ marta, pbx, db }) => {
  await sitDown(marta, '/customers');
  await pbx.ring({ from: CALLERS.kowalski.number, ...atMarta });
  await answered(marta);
  await expect(wizard(marta)).toContainText('2 customers with this number');
  await register(marta);
  await expect(wizard(marta).getByRole('alert')).toContainText('Choose the customer first');
  await wizard(marta)
    .getByRole('button', { name: /^Anna Kowalska/ })
    .click();
  await field(marta, 'Subject').fill('Name day');
  await register(marta);
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  expect(
    await db.interest.findFirst({ where: { subject: 'Name day' }, select: { customer: { select: { name: true } } } }),
  ).toMatchObject({
    customer: { name: 'Anna Kowalska' },
  });
});

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

test('by hand, from a customer’s card without a call', async ({ marta, db }) => {
  const { customer } = await createFirm(db);
  await sitDown(marta, `/customers/${customer.id}`);
  await marta.getByRole('button', { name: 'Inquiry', exact: true }).click();
  await interests(marta).getByRole('radio', { name: 'New interest' }).check();
  await field(marta, 'Subject').fill('Asked by e-mail');
  await register(marta);
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  expect(await db.interest.findFirst({ where: { subject: 'Asked by e-mail' }, select: { customerId: true } })).toEqual({
    customerId: customer.id,
  });
});

test.describe('looked through', () => {
  test.describe.configure({ timeout: 120_000 });

  test('the wizard of a customer', async ({ marta, pbx, db }) => {
    const { number } = await createFirm(db);
    await sitDown(marta, '/customers');
    await pbx.ring({ from: number, ...atMarta });
    await answered(marta);
    await expect(interests(marta)).toBeVisible();
    await expectOnlyCall(marta, 'Firma');
    await expectAccessible(marta, wizard(marta));
  });

  test('the wizard of somebody unknown, refused', async ({ marta, pbx }) => {
    await sitDown(marta, '/customers');
    await pbx.ring({ from: uniqueNumber(), ...atMarta });
    await answered(marta);
    await register(marta);
    await expect(wizard(marta)).toContainText('needs a subject');
    await expectAccessible(marta, wizard(marta));
  });
});
