import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { expectAccessible } from './accessible.ts';
import { currentCall, expectOnlyCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
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
    { kind: 'call', text: 'Send a changed offer\n\nSix people more' },
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
