import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS } from '../../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, expectOnlyCall, incomingCall, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import type { Outside, OutsideCall } from './outside.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored } from './stored.ts';

const OLGAS_LINE = '+48221000101';
const LOUD = 1_000;

async function helenaTalksToOlga(olga: Page, marta: Page, outside: Outside): Promise<OutsideCall> {
  await sitDown(olga);
  await sitDown(marta);
  const call = await outside.calls({ from: CALLERS.helena.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);
  return call;
}

async function chooseMarta(olga: Page): Promise<void> {
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const dialog = olga.getByRole('dialog', { name: 'Transfer call' });
  await dialog.getByRole('combobox', { name: 'Transfer to' }).fill(EXTENSIONS.marta);
  await dialog.getByRole('option', { name: /Marta/ }).click();
}

const press = (olga: Page, name: string) =>
  olga.getByRole('dialog', { name: 'Transfer call' }).getByRole('button', { name }).click();

test('blind: it rings at Marta with the caller’s card, and Olga is out of it', async ({ olga, marta, outside, db }) => {
  const call = await helenaTalksToOlga(olga, marta, outside);

  await chooseMarta(olga);
  await press(olga, 'Transfer now');

  await expect(callerCard(incomingCall(marta))).toContainText('Helena');
  await expect(currentCall(olga)).toHaveCount(0);
  await answer(marta);
  await hearsAndSpeaks(marta);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.helena.number, { phase: 'talking', operatorExtension: EXTENSIONS.marta });
  await call.hangUp();
  await expect(currentCall(marta)).toHaveCount(0);
});

test('[S3.15] blind, and Marta declines: Olga gets the caller back', async ({ olga, marta, outside, db }) => {
  const call = await helenaTalksToOlga(olga, marta, outside);
  await chooseMarta(olga);
  await press(olga, 'Transfer now');

  await incomingCall(marta).getByRole('button', { name: 'Reject' }).click();

  await expect(callerCard(incomingCall(olga))).toContainText('Helena');
  await answer(olga);
  await hearsAndSpeaks(olga);
  await expectStored(db, CALLERS.helena.number, { phase: 'talking', operatorExtension: EXTENSIONS.olga });
  await call.hangUp();
});

test('[S3.15] blind, and the number outside is busy: Olga gets the caller back', async ({ olga, marta, outside, db }) => {
  const call = await helenaTalksToOlga(olga, marta, outside);
  const plumber = await outside.isBusy();
  await currentCall(olga).getByRole('button', { name: 'Transfer' }).click();
  const field = olga.getByRole('dialog', { name: 'Transfer call' }).getByRole('combobox', { name: 'Transfer to' });
  await field.fill('600 123 4');
  await press(olga, 'Transfer now');
  await expect(olga.getByRole('dialog', { name: 'Transfer call' }).getByRole('alert')).toContainText('Two digits are missing');
  await expect(currentCall(olga)).toContainText('Talking');

  await field.fill('600 123 456');
  await press(olga, 'Transfer now');

  expect((await plumber.called).dialled).toBe('+48600123456');
  expect(await plumber.ended).toBe('busy');
  await expect(callerCard(incomingCall(olga))).toContainText('Helena');
  await answer(olga);
  await hearsAndSpeaks(olga);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.helena.number, { phase: 'talking', operatorExtension: EXTENSIONS.olga });
  await expectOnlyCall(olga, 'Helena');
  await call.hangUp();
  await expectStored(db, CALLERS.helena.number, { phase: 'ended', isMissed: false });
});

test('[S3.2] [S3.3] [S3.4] [S3.5] attended: they talk first, then Marta has the caller and their card', async ({
  olga,
  marta,
  outside,
  db,
}) => {
  const call = await helenaTalksToOlga(olga, marta, outside);

  await chooseMarta(olga);
  await press(olga, 'Ask first');
  await expect(incomingCall(marta)).toContainText('Olga Operator');
  await expect(incomingCall(marta)).not.toContainText('Helena');
  const before = marta.url();
  await answer(marta);
  await hearsAndSpeaks(marta);
  await expectStored(db, CALLERS.helena.number, { phase: 'held', operatorExtension: EXTENSIONS.olga });
  expect(marta.url()).toBe(before);

  await currentCall(olga).getByRole('button', { name: 'Complete transfer' }).click();

  await expect(currentCall(olga)).toHaveCount(0);
  await expectOnlyCall(marta, 'Helena');
  await hearsAndSpeaks(marta);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.helena.number, { phase: 'talking', operatorExtension: EXTENSIONS.marta });

  await currentCall(marta).getByRole('button', { name: 'Hang up' }).click();
  expect(await call.ended).toBe('by-pbx');
  await expectStored(db, CALLERS.helena.number, { phase: 'ended', isMissed: false });
});

test('[S3.15] attended, and Marta declines: Olga goes back to the caller', async ({ olga, marta, outside, db }) => {
  const call = await helenaTalksToOlga(olga, marta, outside);
  await chooseMarta(olga);
  await press(olga, 'Ask first');

  await incomingCall(marta).getByRole('button', { name: 'Reject' }).click();

  await expect(currentCall(olga)).toHaveCount(1);
  await currentCall(olga).getByRole('button', { name: 'Hold' }).click();
  await hearsAndSpeaks(olga);
  await expectStored(db, CALLERS.helena.number, { phase: 'talking', operatorExtension: EXTENSIONS.olga });
  await expect(currentCall(marta)).toHaveCount(0);
  await call.hangUp();
});
