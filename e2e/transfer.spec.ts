import type { Locator, Page } from '@playwright/test';
import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import type { Pbx } from '../scripts/call/webhook-client.ts';
import { answer, callerCard, currentCall, expectOnlyCall, incomingCall, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { pressTogether } from './together.ts';

const HELENA = CALLERS.helena;

function transferDialog(page: Page): Locator {
  return page.getByRole('dialog', { name: 'Transfer call' });
}

/** One of Olga's two calls while she asks somebody: by whose name heads it, for others are named in its notes and earlier calls. */
function callWith(page: Page, name: string): Locator {
  return currentCall(page).filter({ hasText: new RegExp(`^\\s*(Calling|Talking|On hold).{0,30}${name}`) });
}

async function olgaTalksTo(olga: Page, pbx: Pbx, from: string = HELENA.number): Promise<string> {
  await sitDown(olga);
  const callId = await pbx.ring({ from, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await answer(olga);
  await expect(currentCall(olga)).toContainText('Talking');
  return callId;
}

async function choose(olga: Page, to: string): Promise<void> {
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const field = transferDialog(olga).getByRole('combobox', { name: 'Transfer to' });
  await field.fill(to);
}

async function askMarta(olga: Page): Promise<void> {
  await choose(olga, 'marta');
  await transferDialog(olga)
    .getByRole('option', { name: /Marta Manager/ })
    .click();
  await transferDialog(olga).getByRole('button', { name: 'Ask first' }).click();
  await expect(transferDialog(olga)).toBeHidden();
  await expect(callWith(olga, 'Marta Manager')).toBeVisible();
}

test.describe('while code cannot be fetched', () => {
  test.use({ expectedComplaints: [/ERR_FAILED/] });

  test('the desk stays, with its call, and what was opened comes once it can', async ({ olga, pbx }) => {
    await olgaTalksTo(olga, pbx);
    const code = '**/_next/static/chunks/**';
    const tried = olga.waitForRequest(code);
    await olga.route(code, (route) => route.abort());
    await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
    await tried;
    await expect(currentCall(olga).getByRole('button', { name: 'Hang up' })).toBeVisible();
    await expect(transferDialog(olga)).toBeHidden();

    await olga.unroute(code);
    await expect(transferDialog(olga)).toBeVisible();
  });
});

test('[S3.2] a call transferred at once leaves Olga and rings at Marta with the caller’s card', async ({ olga, marta, pbx }) => {
  await sitDown(marta);
  await olgaTalksTo(olga, pbx);

  await olga.keyboard.press('F9');
  const field = transferDialog(olga).getByRole('combobox', { name: 'Transfer to' });
  await expect(field).toBeFocused();
  await field.fill('103');
  await expect(transferDialog(olga).getByRole('option')).toHaveCount(1);
  await transferDialog(olga).getByRole('button', { name: 'Transfer now' }).click();

  await expect(currentCall(olga)).toHaveCount(0);
  await expect(transferDialog(olga)).toBeHidden();
  await expect(incomingCall(marta)).toContainText('Wójcik i Syn');
  await expect(callerCard(incomingCall(marta))).toContainText(HELENA.name);
});

test('[S3.2] [S3.3] [S3.4] [S3.5] Olga asks Marta first, Marta agrees, and then has the caller with everything known of them', async ({
  olga,
  marta,
  pbx,
  db,
}) => {
  await sitDown(marta, '/customers');
  const callId = await olgaTalksTo(olga, pbx);
  await askMarta(olga);

  const incoming = incomingCall(marta);
  await expect(incoming).toContainText('Olga Operator');
  await expect(incoming).toContainText(EXTENSIONS.olga);
  await expect(incoming).toContainText('INTERNAL');
  await expect(incoming).not.toContainText(HELENA.name);
  const complete = callWith(olga, 'Marta Manager').getByRole('button', { name: 'Complete transfer' });
  await expect(complete).toBeDisabled();

  await answer(marta);
  await expect(currentCall(marta)).toContainText('Olga Operator');
  await expect(callWith(olga, 'Marta Manager')).toContainText('Talking');
  await expect(callWith(olga, 'Wójcik i Syn')).toContainText('On hold');

  await complete.click();
  await expect(currentCall(olga)).toHaveCount(0);
  await expectOnlyCall(marta, 'Wójcik i Syn');
  await expect(currentCall(marta)).toContainText(shownNumber(HELENA.number));
  await expect(callerCard(currentCall(marta))).toContainText(HELENA.name);
  await expect(currentCall(marta)).not.toContainText('INTERNAL');
  const call = await db.call.findFirstOrThrow({ where: { pbxCallId: callId }, select: { operatorExtension: true } });
  expect(call.operatorExtension).toBe(EXTENSIONS.marta);
});

test('[S3.15] Marta rejects what was transferred to her: it rings at Olga again, and her work stays where it is', async ({
  olga,
  marta,
  pbx,
}) => {
  await sitDown(marta, '/customers');
  await olgaTalksTo(olga, pbx);
  await choose(olga, '103');
  await transferDialog(olga).getByRole('button', { name: 'Transfer now' }).click();
  await incomingCall(marta).getByRole('button', { name: 'Reject' }).click();

  await expect(incomingCall(olga)).toContainText('Wójcik i Syn');
  await expect(incomingCall(marta)).toHaveCount(0);
  await olga.goto('/customers');
  await answer(olga);
  await expect(currentCall(olga)).toContainText('Wójcik i Syn');
  await expect(olga).toHaveURL(/\/customers$/);
  await expect(marta).toHaveURL(/\/customers$/);
});

test('[S3.15] Marta rejects the question: Olga is told, takes the caller back with Hold, and nothing opens at Marta', async ({
  olga,
  marta,
  pbx,
}) => {
  await sitDown(marta, '/customers');
  await olgaTalksTo(olga, pbx);
  await askMarta(olga);
  await incomingCall(marta).getByRole('button', { name: 'Reject' }).click();

  await expect(currentCall(olga)).toHaveCount(1);
  await expect(currentCall(olga)).toContainText('Marta Manager did not take the call');
  const hold = currentCall(olga).getByRole('button', { name: 'Hold' });
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  await hold.click();
  await expect(currentCall(olga)).toContainText('Talking');
  await expect(currentCall(olga)).not.toContainText('did not take');
  await expect(marta).toHaveURL(/\/customers$/);
});

for (const isAnswered of [false, true]) {
  const when = isAnswered ? 'while Marta talks' : 'while it still rings';
  test(`[S3.15] Back to caller ends the question ${when}, and takes the caller off hold`, async ({ olga, marta, pbx }) => {
    await sitDown(marta);
    await olgaTalksTo(olga, pbx);
    await askMarta(olga);
    await expect(incomingCall(marta)).toBeVisible();
    if (isAnswered) {
      await answer(marta);
      await expect(callWith(olga, 'Marta Manager')).toContainText('Talking');
    }
    await callWith(olga, 'Marta Manager').getByRole('button', { name: 'Back to caller' }).click();

    await expect(currentCall(olga)).toHaveCount(1);
    await expect(currentCall(olga)).toContainText('Talking');
    await expect(currentCall(olga)).toContainText('Wójcik i Syn');
    await expect(incomingCall(marta)).toHaveCount(0);
    await expect(currentCall(marta)).toHaveCount(0);
  });
}

test('[R9] [S3.4] Complete transfer in two windows at once hands the call over once', async ({ olga, marta, pbx, db }) => {
  await sitDown(marta);
  const callId = await olgaTalksTo(olga, pbx);
  await askMarta(olga);
  await answer(marta);
  const other = await olga.context().newPage();
  await sitDown(other);

  await pressTogether([olga, other], (page) => page.getByRole('button', { name: 'Complete transfer' }).click());

  await expectOnlyCall(marta, 'Wójcik i Syn');
  for (const page of [olga, other]) await expect(currentCall(page)).toHaveCount(0);
  expect(await db.callEvent.count({ where: { pbxCallId: callId, type: 'call.transferred' } })).toBe(1);
});

test('[S3.4] the one who has the caller’s delivery in hand is offered first; who is busy or gone is told apart', async ({
  olga,
  oskar,
  pbx,
  db,
}) => {
  const { id } = await db.user.findFirstOrThrow({ where: { email: 'oskar@offhook.test' }, select: { id: true } });
  const number = uniqueNumber();
  await createDelivery(db, { status: 'accepted', phoneE164: number, responsibleId: id });
  await sitDown(oskar);
  await pbx.ring({ from: CALLERS.vera.number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.oskar] });
  await answer(oskar);
  await pbx.unregister(EXTENSIONS.marta);
  await olgaTalksTo(olga, pbx, number);

  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const options = transferDialog(olga).getByRole('option');
  await expect(options.first()).toContainText(/Oskar Operator.*Responsible.*102.*In a call/);
  await expect(options.filter({ hasText: 'Marta Manager' })).toContainText('Not connected');
  await expect(options.filter({ hasText: 'Olga Operator' })).toHaveCount(0);

  await options.filter({ hasText: 'Marta Manager' }).click();
  await transferDialog(olga).getByRole('button', { name: 'Transfer now' }).click();
  await expect(transferDialog(olga).getByRole('alert')).toContainText('The phone of Marta Manager is not connected');
  await expect(currentCall(olga)).toContainText('Talking');

  await olga.keyboard.press('Escape');
  await expect(transferDialog(olga)).toBeHidden();
  await expect(currentCall(olga)).toContainText('Talking');
});

test.describe('a number that cannot be called', () => {
  // The door says 400, and the browser writes that down.
  test.use({ expectedComplaints: [/400/] });

  test('is refused in words, in the dialog, which leaves the dock usable', async ({ olga, pbx }) => {
    await olgaTalksTo(olga, pbx);
    await choose(olga, '555');
    await transferDialog(olga).getByRole('combobox').press('Enter');
    await expect(transferDialog(olga).getByRole('alert')).toContainText('No colleague has this extension');

    await currentCall(olga).getByRole('button', { name: 'Hold' }).click();
    await expect(currentCall(olga)).toContainText('On hold');
    await expect(transferDialog(olga)).toBeVisible();
  });
});
