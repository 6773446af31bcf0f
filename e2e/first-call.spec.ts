import { isOpen } from '../lib/deliveries/status.ts';
import { CALLERS, EXTENSIONS, LINES, unknownCaller } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test('[S0.4] [S0.5] [S0.6] [S1.1] the card says who rings and what they ordered, and only then asks to answer', async ({
  olga,
  pbx,
  db,
}) => {
  const [open] = await db.delivery.findMany({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.vera.number, ...atOlga });

  const call = incomingCall(olga);
  await expect(call.getByRole('button', { name: 'Answer' })).toBeEnabled();
  await expect(call.getByRole('button', { name: 'Reject' })).toBeEnabled();
  await expect(call).toContainText('INCOMING');
  await expect(callerCard(call)).toContainText('Vera Lind');
  await expect(callerCard(call)).toContainText(shownNumber(CALLERS.vera.number));
  await expect(callerCard(call)).toContainText(String(open?.number));
});

test('[S0.10] Answer opens the one open delivery of the number', async ({ olga, pbx, db }) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.vera.number, ...atOlga });
  await answer(olga);

  await expect(olga).toHaveURL(new RegExp(`/deliveries/${open.id}`));
  await expect(olga.getByRole('heading', { name: new RegExp(String(open.number)) })).toBeVisible();
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toHaveValue(shownNumber(CALLERS.vera.number));
  await expect(currentCall(olga)).toContainText('Vera Lind');
});

test('[S0.11] of several open deliveries Answer opens the one wanted first', async ({ olga, pbx, db }) => {
  const all = await db.delivery.findMany({
    where: { phoneE164: CALLERS.adam.number, status: { not: 'delivered' } },
    orderBy: { wantedAt: 'asc' },
  });
  const [first, second] = all.filter((delivery) => isOpen(delivery.status));
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.adam.number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText(String(first?.number));
  await expect(callerCard(incomingCall(olga))).toContainText(String(second?.number));
  await answer(olga);

  await expect(olga).toHaveURL(new RegExp(`/deliveries/${first?.id}`));
});

test('[S0.12] a customer with nothing open gets a new delivery on the number they call from', async ({ olga, pbx, db }) => {
  const ewa = await db.customer.findFirstOrThrow({ where: { name: CALLERS.ewa.name } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Ewa Zielińska');
  await answer(olga);

  await expect(olga).toHaveURL(/\/deliveries\/new\?/);
  const { searchParams } = new URL(olga.url());
  expect(searchParams.get('phone')).toBe(CALLERS.ewa.number);
  expect(searchParams.get('customer')).toBe(ewa.id);
  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toHaveValue(shownNumber(CALLERS.ewa.number));
});

test('[S0.13] [S1.14] an unknown caller shows only the number, and Answer puts it into a new delivery', async ({ olga, pbx }) => {
  const number = unknownCaller(99);
  await sitDown(olga);

  await pbx.ring({ from: number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText(shownNumber(number));
  await answer(olga);

  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toHaveValue(shownNumber(number));
});

test('[S0.14] two customers on one number: the operator chooses who it is', async ({ olga, pbx, db }) => {
  const anna = await db.customer.findFirstOrThrow({ where: { name: 'Anna Kowalska' } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  const card = callerCard(incomingCall(olga));
  await expect(card).toContainText('Piotr Kowalski');
  await expect(card).toContainText('Anna Kowalska');
  await answer(olga);

  const dialog = olga.getByRole('dialog', { name: 'Choose the customer' });
  await expect(dialog.getByRole('button', { name: /^Piotr Kowalski/ })).toBeVisible();
  await dialog.getByRole('button', { name: /^Anna Kowalska/ }).click();

  await expect(olga).toHaveURL(new RegExp(`/deliveries/new\\?.*customer=${anna.id}`));
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toHaveValue(shownNumber(CALLERS.kowalski.number));
});

test('[S0.14a] dismissing that choice leaves no delivery behind', async ({ olga, pbx, db }) => {
  const before = await db.delivery.count({ where: { phoneE164: CALLERS.kowalski.number } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answer(olga);
  const dialog = olga.getByRole('dialog', { name: 'Choose the customer' });
  await expect(dialog).toBeVisible();
  await olga.keyboard.press('Escape');

  await expect(dialog).toBeHidden();
  await expect(olga).toHaveURL(/\/deliveries$/);
  await expect(currentCall(olga)).toBeVisible();
  expect(await db.delivery.count({ where: { phoneE164: CALLERS.kowalski.number } })).toBe(before);
});

test('[S0.14b] [R29] a withheld number is looked up nowhere and leaves the phone empty', async ({ olga, pbx, db }) => {
  await db.customer.create({
    data: { name: 'Nobody with an empty phone', numbers: { create: { raw: '', e164: '', display: '' } } },
  });
  await sitDown(olga);

  await pbx.ring({ from: 'anonymous', ...atOlga });
  await expect(incomingCall(olga)).toContainText(/withheld/i);
  await expect(incomingCall(olga)).not.toContainText('Nobody with');
  await answer(olga);

  await expect(olga.getByRole('heading', { name: 'New delivery' })).toBeVisible();
  await expect(olga.getByRole('textbox', { name: 'Phone' })).toHaveValue('');
});

test('[S0.20] a driver who rings is known as a driver, and Answer opens their page', async ({ olga, pbx, db }) => {
  const marek = await db.driver.findFirstOrThrow({ where: { name: CALLERS.marek.name } });
  await sitDown(olga);

  await pbx.ring({ from: CALLERS.marek.number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Marek Kierowca');
  await expect(callerCard(incomingCall(olga))).toContainText('Driver');
  await answer(olga);

  await expect(olga).toHaveURL(new RegExp(`/drivers/${marek.id}`));
  await expect(olga.getByRole('heading', { name: 'Marek Kierowca' })).toBeVisible();
});

test('[S0.14a] a choice that was left open does not lie over what the next call opens', async ({ olga, pbx, db }) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga);
  const callId = await pbx.ring({ from: CALLERS.kowalski.number, ...atOlga });
  await answer(olga);
  await expect(olga.getByRole('dialog', { name: 'Choose the customer' })).toBeVisible();
  await pbx.hangUp(callId);

  await pbx.ring({ from: CALLERS.vera.number, ...atOlga });
  await answer(olga);

  await expect(olga).toHaveURL(new RegExp(open.id));
  await expect(olga.getByRole('dialog')).toHaveCount(0);
});
