import { CALLERS, LINES } from '../../scripts/call/demo-world.ts';
import { answer, callerCard, currentCall, incomingCall, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored } from './stored.ts';

const OLGAS_LINE = '+48221000101';
const LOUD = 1_000;

test('[S0.4] [S0.10] [S2.5] a customer rings: the card is complete, Answer opens their delivery, and both hear each other', async ({
  olga,
  outside,
  db,
}) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.vera.number, to: LINES.deliveryHotline });

  await expect(incomingCall(olga)).toHaveCount(1);
  await expect(callerCard(incomingCall(olga))).toContainText('Vera Lind');
  await answer(olga);

  await call.answered;
  await expect(olga).toHaveURL(/\/deliveries\/[0-9a-f-]{36}/);
  await expect(currentCall(olga)).toContainText('Vera Lind');
  await hearsAndSpeaks(olga);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.vera.number, {
    phase: 'talking',
    operatorExtension: '101',
    line: { e164: LINES.deliveryHotline },
  });

  await call.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);
  await expectStored(db, CALLERS.vera.number, {
    phase: 'ended',
    cause: 'completed',
    endedBy: 'caller',
    isMissed: false,
    operatorExtension: '101',
  });
});

test('[S0.6] Reject declines: a direct call is over, and missed', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.ewa.number, to: OLGAS_LINE });
  await incomingCall(olga).getByRole('button', { name: 'Reject' }).click();

  await expect(incomingCall(olga)).toBeHidden();
  expect(await call.ended).toMatch(/^(403|480|486|603)$/);
  await expectStored(db, CALLERS.ewa.number, { phase: 'ended', cause: 'declined', isMissed: true });
});

test('[R8] answered elsewhere: the card goes at once, and nothing was missed', async ({ olga, oskar, outside, db }) => {
  await sitDown(olga);
  await sitDown(oskar);
  const call = await outside.calls({ from: CALLERS.adam.number, to: LINES.deliveryHotline });
  await expect(incomingCall(olga)).toBeVisible();
  await expect(incomingCall(oskar)).toBeVisible();

  await answer(olga);

  await expect(incomingCall(oskar)).toBeHidden();
  await expect(currentCall(oskar)).toHaveCount(0);
  await hearsAndSpeaks(olga);
  await expectStored(db, CALLERS.adam.number, {
    phase: 'talking',
    isMissed: false,
    legs: expect.arrayContaining([expect.objectContaining({ extension: '102', cause: 'answered_elsewhere' })]),
  });
  await call.hangUp();
});

test('the caller gives up: the card goes, and the call is missed', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.leon.number, to: LINES.deliveryHotline });
  await expect(incomingCall(olga)).toBeVisible();

  await call.hangUp();

  await expect(incomingCall(olga)).toBeHidden();
  await expectStored(db, CALLERS.leon.number, { phase: 'ended', cause: 'caller_cancelled', endedBy: 'caller', isMissed: true });
});

test('[S0.14b] [R29] a caller who hides is withheld, on one card', async ({ olga, outside }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: null, to: OLGAS_LINE });
  await expect(incomingCall(olga)).toHaveCount(1);
  await expect(incomingCall(olga)).toContainText(/withheld/i);
  await call.hangUp();
});

test('a second caller is offered while one talks, and taking them puts the first on hold', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const first = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);

  const second = await outside.calls({ from: CALLERS.helena.number, to: OLGAS_LINE });
  await expect(incomingCall(olga)).toContainText('Helena');
  await answer(olga);

  await expect(currentCall(olga)).toHaveCount(2);
  await expect.poll(second.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.vera.number, { phase: 'held' });
  await expectStored(db, CALLERS.helena.number, { phase: 'talking' });

  await second.hangUp();
  await expect(currentCall(olga)).toHaveCount(1);
  await currentCall(olga).getByRole('button', { name: 'Hold' }).click();
  await expectStored(db, CALLERS.vera.number, { phase: 'talking' });
  await expect.poll(first.voice.loudness).toBeGreaterThan(LOUD);
  await first.hangUp();
});
