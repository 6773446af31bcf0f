import type { Page } from '@playwright/test';
import { readMail, startMailServer } from '../lib/mail/testing.ts';
import { startProvider } from '../lib/sms/testing.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { listOf, missedCalls, missesOn, rowOf } from './missed-calls.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Send SMS' });

/** What somebody points at is not moved; only then is a change shown by itself. */
const leaveTheList = (page: Page) => page.getByRole('heading', { name: 'Missed calls', level: 1 }).click();

/** An admin sets up a service that listens beside the server. */
async function setUpProvider(admin: Page, url: string) {
  await admin.goto('/admin/messages');
  await admin.getByRole('combobox', { name: 'Provider' }).selectOption('Another service over HTTP');
  await admin.getByRole('textbox', { name: 'Address', exact: true }).fill(`${url}/messages`);
  await admin.getByRole('textbox', { name: 'Secret', exact: true }).fill('a token of the service');
  await admin.getByRole('textbox', { name: 'Where the answer names the message' }).fill('id');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved', { exact: true })).toBeVisible();
  return admin.getByRole('textbox', { name: 'Address for delivery reports' }).inputValue();
}

test.beforeEach(async ({ db }) => {
  await db.smsMessage.deleteMany();
  await db.smsSettings.deleteMany();
  await db.smsTemplate.deleteMany();
});

test('[S2.22] without a provider Send SMS says so, and whom to ask; a withheld number cannot be written to', async ({
  olga,
  pbx,
  db,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitDown(olga, listOf(number, 'all'));
  await rowOf(olga, number).getByRole('button', { name: 'Send SMS' }).click();
  const admin = await db.user.findFirstOrThrow({ where: { role: 'admin' } });
  await expect(dialog(olga).getByRole('alert')).toContainText('SMS cannot be sent yet');
  await expect(dialog(olga).getByRole('alert')).toContainText(admin.name);
  await dialog(olga).getByRole('button', { name: 'Close' }).click();

  await missesOn(pbx, 'anonymous');
  await olga.goto('/calls/missed');
  const withheld = missedCalls(olga).getByRole('row', { name: 'Number withheld' }).first();
  await expect(withheld).toBeVisible();
  await expect(withheld.getByRole('button', { name: 'Send SMS' })).toHaveCount(0);
});

test('[S2.19] an SMS sent from the row is in its history, and both who see the line see it live', async ({
  admin,
  olga,
  marta,
  pbx,
  request,
}) => {
  const provider = await startProvider(() => ({ status: 200, body: { id: 'their-id' } }));
  try {
    const reportUrl = await setUpProvider(admin, provider.url);
    await admin.getByRole('button', { name: 'Add template' }).click();
    const template = admin.getByRole('dialog', { name: 'Add template' });
    await template.getByRole('textbox', { name: 'Name' }).fill('We tried to reach you');
    await template.getByRole('textbox', { name: 'Text' }).fill('You called {line}. Please ring us again.');
    await template.getByRole('button', { name: 'Save' }).click();
    await expect(admin.getByRole('list', { name: 'Templates' })).toContainText('We tried to reach you');

    const number = uniqueNumber();
    await missesOn(pbx, number);
    await sitDown(olga, listOf(number, 'all'));
    await sitDown(marta, listOf(number, 'all'));
    await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
    await leaveTheList(marta);
    await rowOf(olga, number).getByRole('button', { name: 'Send SMS' }).click();
    await expect(dialog(olga).getByRole('combobox', { name: 'Template' })).toHaveValue(/./);
    await expect(dialog(olga).getByRole('textbox', { name: 'Text' })).toHaveValue(
      'You called New customers. Please ring us again.',
    );
    await expect(dialog(olga)).toContainText('1 message');
    await expectAccessible(olga, dialog(olga));
    await olga.setViewportSize({ width: 1366, height: 860 });
    await dialog(olga).getByRole('button', { name: 'Send', exact: true }).click();

    await expect(rowOf(marta, number)).toContainText('SMS sent');
    await expect(rowOf(olga, number)).toContainText('SMS sent');
    expect(provider.heard.map(({ headers }) => headers.authorization)).toEqual(['Bearer a token of the service']);
    const history = marta.getByRole('table', { name: 'Handling history' });
    await expect(history).toContainText('Olga Operator');
    await expect(history).toContainText('You called New customers. Please ring us again.');

    const { id } = JSON.parse(provider.heard[0]?.body ?? '{}');
    const reported = await request.post(reportUrl, { data: { id, status: 'delivered' } });
    expect(reported.status()).toBe(200);
    await expect(history).toContainText('Delivered');
  } finally {
    provider.stop();
  }
});

test('[S2.22] what a provider refuses is said to who sent it and on the row, and an admin tries it again', async ({
  admin,
  olga,
  pbx,
}) => {
  let status = 402;
  const provider = await startProvider(() => ({ status, body: {} }));
  try {
    await setUpProvider(admin, provider.url);
    const number = uniqueNumber();
    await missesOn(pbx, number);
    await sitDown(olga, listOf(number, 'all'));
    await rowOf(olga, number).getByRole('button', { name: 'Send SMS' }).click();
    await dialog(olga).getByRole('textbox', { name: 'Text' }).fill('Please ring us again.');
    await dialog(olga).getByRole('button', { name: 'Send', exact: true }).click();
    await expect(olga.getByText(/was not sent: The provider’s account has no credit/)).toBeVisible();
    await expect(rowOf(olga, number)).toContainText('SMS not sent');

    status = 200;
    await admin.goto('/admin/jobs');
    const given = admin
      .getByRole('table', { name: 'Messages that were given up' })
      .getByRole('row', { name: shownNumber(number) });
    await expect(given).toContainText('The provider’s account has no credit');
    await expectAccessible(admin);
    await given.getByRole('button', { name: 'Try again' }).click();
    await expect(rowOf(olga, number)).toContainText('SMS sent');
  } finally {
    provider.stop();
  }
});

test('[S2.13] whoever switches it on behind the gear gets an e-mail of a new missed call', async ({ olga, pbx, db }) => {
  const port = Number(new URL(process.env.E2E_SMTP_URL ?? '').port);
  const mailServer = await startMailServer(() => 0, port);
  try {
    await sitDown(olga, '/calls/missed');
    await olga.getByRole('button', { name: 'Notification settings' }).click();
    const settings = olga.getByRole('dialog', { name: 'Notification settings' });
    const own = settings.getByRole('checkbox', { name: 'E-mail me each new missed call' });
    await expect(own).not.toBeChecked();
    await own.check();
    await expect(olga.getByText('Saved', { exact: true })).toBeVisible();
    await expectAccessible(olga, settings);

    const number = uniqueNumber();
    await missesOn(pbx, number);
    await expect.poll(() => mailServer.heard.length, { timeout: 20_000 }).toBe(1);
    const [mail] = mailServer.heard;
    expect(mail?.to).toEqual(['olga@offhook.test']);
    const { subject, texts } = readMail(mail?.raw ?? '');
    expect(subject).toMatch(/^Missed call: .* on New customers$/);
    expect(texts).toContain('/calls/missed?line=');
  } finally {
    await db.user.updateMany({ data: { mailsMissedCalls: false } });
    await mailServer.stop();
  }
});

test('the settings of messages can be used by anybody, wide and narrow', async ({ admin }) => {
  await admin.goto('/admin/messages');
  await expect(admin.getByRole('heading', { name: 'Messages' })).toBeVisible();
  await expect(admin.getByText('SMTP_URL is set')).toBeVisible();
  for (const provider of ['Twilio', 'SMSAPI', 'Another service over HTTP']) {
    await admin.getByRole('combobox', { name: 'Provider' }).selectOption(provider);
    await expectAccessible(admin);
  }
  await admin.setViewportSize(NARROW);
  await admin.getByRole('combobox', { name: 'Provider' }).selectOption('Twilio');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('AC and 32 digits or letters a to f')).toBeVisible();
});
