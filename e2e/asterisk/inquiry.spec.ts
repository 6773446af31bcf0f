import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS, unknownCaller } from '../../scripts/call/demo-world.ts';
import { answer, currentCall, expectOnlyCall, incomingCall, shownNumber, sitDown } from '../desk.ts';
import { callsOf, completeTransfer, field, interests, potentialOf, register, wizard } from '../inquiry.ts';
import { expect, test } from './fixtures.ts';
import type { Outside, OutsideCall } from './outside.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored } from './stored.ts';

const OLGAS_LINE = '+48221000101';
const LOUD = 1_000;

async function talksToOlga(from: string, olga: Page, marta: Page, outside: Outside): Promise<OutsideCall> {
  await sitDown(olga);
  await sitDown(marta, '/customers');
  const call = await outside.calls({ from, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);
  return call;
}

async function asksMarta(olga: Page, marta: Page): Promise<void> {
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Transfer call' });
  await dialog.getByRole('combobox', { name: 'Transfer to' }).fill(EXTENSIONS.marta);
  await dialog.getByRole('option', { name: /Marta/ }).click();
  await dialog.getByRole('button', { name: 'Ask first' }).click();
  await expect(incomingCall(marta)).toContainText('Olga Operator');
  await answer(marta);
  await hearsAndSpeaks(marta);
  await expect(wizard(marta)).toBeHidden();
}

test('[S3.2] [S3.6] [S3.7] [S3.8] [S3.9] [S3.11] [S3.14] Teresa is handed over to Marta, who registers what she wants into one of her interests and goes on in it', async ({
  olga,
  marta,
  outside,
  db,
}) => {
  const call = await talksToOlga(CALLERS.teresa.number, olga, marta, outside);
  await asksMarta(olga, marta);
  await completeTransfer(olga);

  await expectOnlyCall(marta, 'Lis Logistics');
  await hearsAndSpeaks(marta);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expect(wizard(marta).getByRole('searchbox', { name: 'Phone' })).toHaveValue(shownNumber(CALLERS.teresa.number));
  await expect(wizard(marta)).toContainText('Teresa Lis, contact');
  expect(await interests(marta).getByRole('radio').count()).toBeGreaterThanOrEqual(3);

  await interests(marta).getByRole('radio').first().check();
  await expect(field(marta, 'Subject')).toBeHidden();
  await field(marta, 'What to do').fill('Send a changed offer');
  const service = await db.serviceType.findFirstOrThrow({ where: { archivedAt: null }, orderBy: { position: 'desc' } });
  await wizard(marta).getByRole('combobox', { name: 'Service type' }).selectOption(service.name);
  await field(marta, 'Description').fill('Six people more');
  await register(marta);
  await expect(marta).toHaveURL(/\/interests\/[\da-f-]{36}$/);
  await hearsAndSpeaks(marta);
  const interestId = marta.url().split('/').at(-1) ?? '';
  const { number, subject, ...interest } = await db.interest.findUniqueOrThrow({ where: { id: interestId } });
  expect(interest).toMatchObject({ whatToDo: 'Send a changed offer', serviceTypeId: service.id });
  const { id: callId } = await db.call.findFirstOrThrow({
    where: { fromE164: CALLERS.teresa.number, operatorExtension: EXTENSIONS.marta, phase: 'talking' },
    orderBy: { startedAt: 'desc' },
  });
  expect(await db.interaction.count({ where: { interestId, callId } })).toBe(1);

  await currentCall(marta).getByRole('button', { name: 'Hang up' }).click();
  expect(await call.ended).toBe('by-pbx');
  await expectStored(db, CALLERS.teresa.number, { phase: 'ended', isMissed: false });

  await expect(marta.getByRole('heading', { level: 1 })).toHaveText(`#${number} ${subject}`);
  await expect(marta.getByRole('list', { name: 'Interactions' })).toContainText('Six people more');
  await marta.goto('/interests?view=mine');
  await expect(marta.getByRole('region', { name: 'My calls today' }).getByRole('link', { name: `#${number}` })).toHaveAttribute(
    'href',
    `/interests/${interestId}`,
  );
});

test('[S3.10] [S3.12] [S3.13] [S3.16] somebody unknown, whose name Olga took down, becomes a potential customer', async ({
  olga,
  marta,
  outside,
  db,
}) => {
  const number = unknownCaller(88);
  const customers = await db.customer.count();
  const call = await talksToOlga(number, olga, marta, outside);
  await olga.getByRole('form', { name: 'Who is calling' }).getByRole('textbox', { name: "Caller's name" }).fill('Ewelina Kania');
  await asksMarta(olga, marta);
  await completeTransfer(olga);

  await expect(field(marta, 'Potential customer')).toHaveValue('Ewelina Kania');
  await field(marta, 'Subject').fill('Family party');
  await hearsAndSpeaks(marta);
  await wizard(marta).getByRole('checkbox', { name: 'Open interest' }).uncheck();
  await register(marta);
  await expect(wizard(marta)).toBeHidden();
  await expect(marta).toHaveURL(/\/customers$/);

  const [interest] = await potentialOf(db, number);
  expect(interest).toMatchObject({ potentialName: 'Ewelina Kania', subject: 'Family party' });
  expect(await callsOf(db, interest?.id ?? '')).toBe(1);
  expect(await db.customer.count()).toBe(customers);
  await currentCall(marta)
    .getByRole('link', { name: `Registered as interest #${interest?.number}` })
    .click();
  await expect(marta).toHaveURL(`/interests/${interest?.id}`);
  await hearsAndSpeaks(marta);
  expect(await db.user.findUniqueOrThrow({ where: { email: 'manager@offhook.test' } })).toMatchObject({ opensInterest: false });
  await call.hangUp();
  await expect(currentCall(marta)).toHaveCount(0);
});
