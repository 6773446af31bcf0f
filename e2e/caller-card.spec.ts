import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const BOLD = 600;

test('[S1.3] [S1.8] [S1.9] [S1.10] [S1.11] [S1.12] the facts of a VIP stand in their order, company first and in bold', async ({
  olga,
  pbx,
}) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.helena.number, ...atOlga });

  const call = incomingCall(olga);
  const card = callerCard(call);
  const company = card.getByText('Wójcik i Syn');
  await expect(company).toBeVisible();
  expect(await company.evaluate((element) => Number(getComputedStyle(element).fontWeight))).toBeGreaterThanOrEqual(BOLD);
  await expect(card).toContainText('Helena Wójcik');
  await expect(card).toContainText('VIP');
  await expect(card).toContainText('Allergic to nuts');
  await expect(card).toContainText(/overdue/i);
  await expect(card).toContainText('Kraków');
  await expect(call).toContainText(shownNumber(CALLERS.helena.number));
  await expect(call).toContainText(/101\W+Olga Operator/);

  const text = (await call.textContent()) ?? '';
  const order = ['Wójcik i Syn', 'INCOMING', 'Allergic to nuts', 'Kraków'].map((fact) => text.indexOf(fact));
  expect(order).toEqual(order.toSorted((one, other) => one - other));
});

test('[S1.4] [S1.5] it says when they called, and that they called us', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });

  const call = incomingCall(olga);
  await expect(call.getByText('INCOMING', { exact: true })).toBeVisible();
  await expect(call).toContainText(/\d{1,2}:\d{2}/);
});

test('[S1.6] [S1.7] a problem customer is seen at a glance, with the warning', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.leon.number, ...atOlga });

  const card = callerCard(incomingCall(olga));
  await expect(card).toContainText('Leon Trudny');
  await expect(card).toContainText('Problem');
  await expect(card).toContainText('Refused to pay twice');
});

test('[S2.6] the card is the business card, and the name on it opens the profile while it rings on', async ({
  olga,
  pbx,
  db,
}) => {
  const ewa = await db.customer.findFirstOrThrow({ where: { name: CALLERS.ewa.name } });
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });

  await incomingCall(olga).getByRole('link', { name: CALLERS.ewa.name }).click();

  await expect(olga).toHaveURL(new RegExp(`/customers/${ewa.id}$`));
  await expect(incomingCall(olga)).toBeVisible();
});

test('[S0.4] the card comes wherever the operator is and takes nothing from what they type', async ({ olga, pbx }) => {
  await sitDown(olga, '/deliveries/new');
  const phone = olga.getByRole('textbox', { name: 'Phone' });
  await phone.fill('+48 79');

  await pbx.ring({ from: CALLERS.vera.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();

  await expect(phone).toBeFocused();
  await expect(phone).toHaveValue('+48 79');
});

test('the card of a call is still there after a reload, while it rings and while one talks', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.leon.number, ...atOlga });
  await expect(incomingCall(olga)).toContainText('Leon Trudny');

  await olga.reload();
  await expect(incomingCall(olga)).toContainText('Leon Trudny');

  await answer(olga);
  await expect(currentCall(olga)).toBeVisible();
  await olga.reload();
  await expect(currentCall(olga)).toContainText('Leon Trudny');
  await expect(incomingCall(olga)).toBeHidden();
});

test('[S1.1] [S1.5] on a call of ours the card is there from dialling on', async ({ olga, db }) => {
  const leon = await db.customer.findFirstOrThrow({ where: { name: CALLERS.leon.name } });
  await sitDown(olga, `/customers/${leon.id}`);

  await olga.getByRole('button', { name: 'Call customer' }).first().click();

  const call = currentCall(olga);
  await expect(call).toContainText('OUTGOING');
  await expect(call).toContainText('Problem');
  await expect(callerCard(call)).toContainText('Refused to pay twice');
  await expect(callerCard(call)).toContainText(/101\W+Olga Operator/);
});

test('[S1.12] [S1.3] a contact person calls: the company stands on top, then who it is and what they do there', async ({
  olga,
  pbx,
  db,
}) => {
  const number = '+48600188101';
  const { id: customerId } = await db.customer.create({ data: { name: 'Kreska Studio', class: 'vip' } });
  const contact = await db.contactPerson.create({ data: { name: 'Jan Kreska', position: 'Office', customerId } });
  const written = { raw: number, e164: number, display: '+48 600 188 101' };
  await db.phoneNumber.create({ data: { ...written, customerId, contactId: contact.id } });
  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });

  const card = callerCard(incomingCall(olga));
  await expect(card.getByRole('link', { name: 'Kreska Studio' })).toBeVisible();
  await expect(card).toContainText('Jan Kreska');
  await expect(card).toContainText('Office');
});

test('[S1.13] who has no photo has a placeholder in its place', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });

  await expect(callerCard(incomingCall(olga)).getByRole('img', { name: 'No photo' })).toBeVisible();
});

test('[S1.16] what the card shows has come with the ring, earlier calls and their notes too', async ({ olga, pbx, db }) => {
  const number = '+48600188102';
  const written = { raw: number, e164: number, display: '+48 600 188 102' };
  const { id } = await db.customer.create({ data: { name: 'Wiktor Wraca', numbers: { create: written } } });
  const first = await pbx.ring({ from: number, ...atOlga });
  await pbx.answer(first, EXTENSIONS.olga);
  await pbx.hangUp(first);
  await pbx.miss({ from: number, ...atOlga });
  const call = await db.call.findFirstOrThrow({ where: { pbxCallId: first } });
  await db.note.create({ data: { id: crypto.randomUUID(), text: 'Asked for a receipt', callId: call.id } });
  await db.note.create({ data: { id: crypto.randomUUID(), text: 'Lives on the third floor', customerId: id } });

  await sitDown(olga);
  await pbx.ring({ from: number, ...atOlga });

  const card = callerCard(incomingCall(olga));
  const calls = card.getByRole('list', { name: 'Earlier calls' }).getByRole('listitem');
  await expect(calls).toHaveCount(2);
  await expect(calls.first()).toContainText('Missed');
  await expect(calls.last()).toContainText('Olga Operator');
  await expect(calls.last()).toContainText('Asked for a receipt');
  await expect(card.getByRole('list', { name: 'Notes' })).toContainText('Lives on the third floor');
});

test('[R25] a name that is markup, and one of 80 letters, are read as they were written', async ({ olga, pbx, db }) => {
  const markup = '<img src=x onerror=document.title="owned">';
  const long = `Konstantynopolitańczykowianeczka ${'Brzęczyszczykiewicz-'.repeat(3)}`.slice(0, 80);
  const create = (name: string, number: string) =>
    db.customer.create({ data: { name, numbers: { create: { raw: number, e164: number, display: number } } } });
  await create(markup, '+48600188103');
  await create(long, '+48600188104');
  await sitDown(olga);

  const call = await pbx.ring({ from: '+48600188103', ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText(markup);
  await expect(olga).toHaveTitle(/onerror|Offhook/);
  await pbx.hangUp(call);

  await pbx.ring({ from: '+48600188104', ...atOlga });
  const card = callerCard(incomingCall(olga));
  await expect(card).toContainText(long);
  expect(await card.evaluate((element) => element.scrollWidth <= element.clientWidth)).toBe(true);
  await expect(incomingCall(olga).getByRole('button', { name: 'Answer' })).toBeInViewport();
});

test('[S0.14] who was chosen the last time is marked, stands first, and is one Enter away', async ({ olga, pbx, db }) => {
  const number = '+48600188105';
  for (const name of ['Ala Pierwsza', 'Zuzanna Druga'])
    await db.customer.create({ data: { name, numbers: { create: { raw: number, e164: number, display: number } } } });
  const zuzanna = await db.customer.findFirstOrThrow({ where: { name: 'Zuzanna Druga' } });
  await sitDown(olga);

  const call = await pbx.ring({ from: number, ...atOlga });
  await answer(olga);
  const dialog = olga.getByRole('dialog', { name: 'Choose the customer' });
  await dialog.getByRole('button', { name: /^Zuzanna Druga/ }).click();
  await expect(currentCall(olga).getByRole('link', { name: 'Zuzanna Druga' })).toBeVisible();
  await expect
    .poll(() => db.phoneNumber.findFirst({ where: { customerId: zuzanna.id } }))
    .toMatchObject({ chosenAt: expect.any(Date) });
  await pbx.hangUp(call);

  await pbx.ring({ from: number, ...atOlga });
  const found = callerCard(incomingCall(olga)).getByRole('list', { name: 'Customers with this number' }).getByRole('listitem');
  await expect(found.first()).toContainText('Zuzanna Druga');
  await expect(found.first()).toContainText('Chosen last time');
  await answer(olga);
  await expect(dialog.getByRole('button', { name: /^Zuzanna Druga/ })).toBeFocused();
  await olga.keyboard.press('Enter');
  await expect(olga).toHaveURL(new RegExp(`customer=${zuzanna.id}`));
});
