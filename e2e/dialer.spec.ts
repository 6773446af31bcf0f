import type { Page } from '@playwright/test';
import { createCustomer } from '../prisma/factories/customers.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { currentCall, incomingCall, phoneStatus, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const OLGA = 'olga@offhook.test';
const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

const dialer = (page: Page) => page.getByRole('region', { name: 'Dialer' });
const field = (page: Page) => dialer(page).getByRole('textbox', { name: 'Number' });
const connect = (page: Page) => dialer(page).getByRole('button', { name: 'Connect' });
const openDialer = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Dialer' }).click();

async function paste(page: Page, text: string) {
  await field(page).evaluate((input, pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text', pasted);
    input.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }));
  }, text);
}

async function hangUp(page: Page) {
  await currentCall(page).getByRole('button', { name: 'Hang up' }).click();
  await expect(currentCall(page)).toHaveCount(0);
}

test.afterEach(async ({ db }) => {
  const usual = { showsDialer: true, callsWith: 'browser', callKeys: {}, presentsLineId: null, language: 'en' } as const;
  await db.user.update({ where: { email: OLGA }, data: usual });
});

test('[S2.3] the icon beside a number puts it into the dialer and dials nothing', async ({ olga, db }) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Ikona Przy Numerze', numbers: [number] });
  await sitDown(olga, `/customers/${id}`);
  await expect(dialer(olga)).toBeHidden();

  await olga.getByRole('main').getByRole('button', { name: 'Open in dialer' }).first().click();

  await expect(field(olga)).toHaveValue(shownNumber(number));
  await expect(dialer(olga).getByRole('link', { name: 'Ikona Przy Numerze' })).toBeVisible();
  await expect(field(olga)).toBeFocused();
  expect(await db.call.count({ where: { toE164: number } })).toBe(0);

  await connect(olga).click();
  await expect(currentCall(olga)).toContainText('Ikona Przy Numerze');
  await hangUp(olga);
});

test('[S2.4] the number to present is chosen before the call, and comes back the next time', async ({ olga, db }) => {
  const number = uniqueNumber();
  await sitDown(olga);
  await openDialer(olga);
  await dialer(olga)
    .getByRole('combobox', { name: 'Present number' })
    .selectOption({ label: '+48 22 100 00 02 · New customers' });

  await field(olga).fill(number);
  await field(olga).press('Enter');

  await expect(currentCall(olga)).toBeVisible();
  await field(olga).press('Enter');
  await expect(field(olga), 'a key that bounced brings back no last number').toHaveValue('');
  const call = await db.call.findFirstOrThrow({ where: { toE164: number }, select: { line: { select: { e164: true } } } });
  expect(call.line?.e164).toBe(LINES.newCustomers);
  await hangUp(olga);

  await expect
    .poll(() => db.user.findUnique({ where: { email: OLGA }, select: { presentsLine: true } }))
    .toMatchObject({
      presentsLine: { e164: LINES.newCustomers },
    });
  await olga.reload();
  await expect(dialer(olga).getByRole('combobox', { name: 'Present number' }).getByRole('option', { selected: true })).toHaveText(
    /New customers/,
  );
});

test('[S2.4a] [R34] a number outside one’s pool is refused by the server, whatever the page sends', async ({ olga, db }) => {
  const complaints = await db.line.findFirstOrThrow({ where: { e164: LINES.complaints } });
  const number = uniqueNumber();
  await sitDown(olga);

  const answer = await olga.request.post('/api/phone/acts', {
    data: { act: 'dial', number, lineId: complaints.id },
    headers: { origin: new URL(olga.url()).origin },
  });

  expect(answer.status()).toBe(403);
  expect(await answer.json()).toMatchObject({ ok: false, reason: 'notAllowed' });
  expect(await db.call.count({ where: { toE164: number } })).toBe(0);
});

test('[S2.8] the switch under the profile takes the dialer off the screen, and brings it back', async ({ olga, db }) => {
  const { id } = await createCustomer(db, { name: 'Bez Dialera', numbers: [uniqueNumber()] });
  await sitDown(olga, `/customers/${id}`);
  await openDialer(olga);
  await expect(dialer(olga)).toBeVisible();
  const flip = async () => {
    await olga.getByRole('button', { name: 'Your profile' }).click();
    await olga.getByRole('switch', { name: 'Show dialer' }).click();
    await olga.keyboard.press('Escape');
  };

  await flip();
  await expect(dialer(olga)).toBeHidden();
  await expect(olga.getByRole('button', { name: 'Dialer' })).toHaveCount(0);
  await expect(olga.getByRole('button', { name: 'Open in dialer' })).toHaveCount(0);
  await expect(olga.getByRole('button', { name: 'Call customer' })).toBeEnabled();
  await olga.reload();
  await expect(phoneStatus(olga)).toContainText('Connected');
  await expect(olga.getByRole('button', { name: 'Dialer' })).toHaveCount(0);

  await flip();
  await expect(olga.getByRole('banner').getByRole('button', { name: 'Dialer' })).toBeVisible();
  await expect(olga.getByRole('button', { name: 'Open in dialer' }).first()).toBeVisible();
});

test('[S2.9] [S0.3] with another application every call button hands over a tel: link, and there is no dialer', async ({
  olga,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  const { id } = await createCustomer(db, { name: 'Inna Aplikacja', numbers: [number] });
  await sitDown(olga, '/settings');
  await olga.getByRole('radio', { name: 'No', exact: true }).check();
  await olga.getByRole('radio', { name: 'Another application' }).check();
  await expect(olga.getByText('Saved')).toBeVisible();
  await expect(olga.getByRole('button', { name: 'Dialer' })).toHaveCount(0);

  // Whether its phone is registered is that application's business.
  await pbx.unregister(EXTENSIONS.olga);
  await olga.goto(`/customers/${id}`);
  await expect(phoneStatus(olga)).toContainText('Connected');
  for (const name of ['Call customer', 'Open in dialer']) {
    const button = olga.getByRole('main').getByRole('button', { name }).first();
    await expect(button).toBeEnabled();
    await expect(button).toHaveAttribute('href', `tel:${number}`);
  }

  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toContainText('Ewa Zielińska');
  await expect(incomingCall(olga).getByRole('button', { name: 'Answer' })).toHaveCount(0);
});

test('what is pasted is read as a number, with the name of whose it is', async ({ olga }) => {
  await sitDown(olga);
  await openDialer(olga);

  await paste(olga, 'tel:+48 600-100-101');

  await expect(field(olga)).toHaveValue('+48 600-100-101');
  await expect(dialer(olga).getByRole('link', { name: CALLERS.vera.name })).toBeVisible();
  await expect(connect(olga)).toBeEnabled();
});

test('a number that is none cannot be called, and says why', async ({ olga }) => {
  await sitDown(olga);
  await openDialer(olga);
  await expect(connect(olga)).toBeDisabled();

  await field(olga).fill('+48 600 100 1');
  await expect(field(olga)).toHaveAccessibleDescription('Two digits are missing');
  await expect(connect(olga)).toBeDisabled();
  await expect(field(olga)).not.toHaveAttribute('aria-invalid', 'true');
  await field(olga).press('Enter');
  await expect(field(olga)).toHaveAttribute('aria-invalid', 'true');

  await field(olga).fill('+48 600 100 101 234');
  await expect(field(olga)).toHaveAccessibleDescription('It has too many digits');
  await expect(connect(olga)).toBeDisabled();
});

test('the keypad types, its zero held down is a plus, and the last digit can be taken back', async ({ olga }) => {
  await sitDown(olga);
  await openDialer(olga);
  const key = (name: string) => dialer(olga).getByRole('group', { name: 'Keys of the dialer' }).getByRole('button', { name });
  const zero = key('0');

  await zero.hover();
  await olga.mouse.down();
  await expect(field(olga)).toHaveValue('+');
  await olga.mouse.up();
  for (const digit of '481') await key(digit).click();
  await zero.click();
  await expect(field(olga)).toHaveValue('+4810');
  await dialer(olga).getByRole('button', { name: 'Delete the last digit' }).click();
  await expect(field(olga)).toHaveValue('+481');
  await expect(field(olga)).toBeFocused();
});

test('the last numbers fill the field, and Enter on an empty field brings back the one dialled last', async ({ olga, db }) => {
  const number = uniqueNumber();
  await createCustomer(db, { name: 'Ostatni Numer', numbers: [number] });
  await sitDown(olga);
  await openDialer(olga);
  await field(olga).fill(number);
  await field(olga).press('Enter');
  await expect(currentCall(olga)).toBeVisible();
  await hangUp(olga);

  const last = dialer(olga).getByRole('list', { name: 'Last numbers' });
  await expect(last.getByRole('listitem').first()).toContainText('Ostatni Numer');
  await expect(field(olga)).toHaveValue('');
  await field(olga).press('Enter');
  await expect(field(olga)).toHaveValue(shownNumber(number));

  await field(olga).fill('');
  await last.getByRole('button', { name: /Ostatni Numer/ }).click();
  await expect(field(olga)).toHaveValue(shownNumber(number));
});

test('what is typed outlives another page, a reload and a call, and no call takes the focus', async ({ olga, pbx }) => {
  await sitDown(olga);
  await openDialer(olga);
  await field(olga).fill('600 100');

  await olga.getByRole('link', { name: 'Customers', exact: true }).click();
  await expect(olga).toHaveURL(/customers/);
  await expect(field(olga)).toHaveValue('600 100');

  await field(olga).focus();
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();
  await expect(field(olga)).toBeFocused();
  await olga.keyboard.type(' 1');
  await expect(field(olga)).toHaveValue('600 100 1');

  await olga.reload();
  await expect(field(olga)).toHaveValue('600 100 1');
  await expect(field(olga)).not.toBeFocused();
});

test('a key that one changed works, and stands on its button', async ({ olga, pbx }) => {
  await sitDown(olga, '/settings');
  const change = (act: string) => olga.getByRole('main').getByRole('button', { name: new RegExp(`^${act}: `) });

  await change('Answer').click();
  await olga.keyboard.press('F8');
  await expect(olga.getByText('F8 is already the key for: Hold.')).toBeVisible();
  await change('Answer').click();
  await olga.keyboard.press('a');
  await expect(olga.getByText(/A would write into what you are typing/)).toBeVisible();
  await change('Answer').click();
  await olga.keyboard.press('F10');
  await expect(olga.getByText('Saved')).toBeVisible();

  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  const answer = incomingCall(olga).getByRole('button', { name: 'Answer' });
  await expect(answer).toHaveAttribute('aria-keyshortcuts', 'F10');
  await olga.keyboard.press('F2');
  await expect(answer).toBeVisible();
  await olga.keyboard.press('F10');
  await expect(currentCall(olga)).toBeVisible();
  await hangUp(olga);
});

test('the desk speaks the language that one chose', async ({ olga }) => {
  await sitDown(olga, '/settings');

  await olga.getByRole('combobox', { name: 'Language of the desk' }).selectOption('Polski');

  await expect(olga.getByRole('heading', { name: 'Ustawienia osobiste' })).toBeVisible();
  await olga.getByRole('combobox', { name: 'Język aplikacji' }).selectOption('English');
  await expect(olga.getByRole('heading', { name: 'Personal settings' })).toBeVisible();
});
