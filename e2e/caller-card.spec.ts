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
