import { CALLERS, LINES } from '../../scripts/call/demo-world.ts';
import { currentCall, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored } from './stored.ts';

const LOUD = 1_000;

test.beforeEach(async ({ olga, db }) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga, `/deliveries/${open.id}`);
});

test('[S0.17] [S0.20] Call customer: they answer, both hear each other, and the call is about the delivery', async ({
  olga,
  outside,
  db,
}) => {
  const customer = await outside.rings();
  await olga.getByRole('button', { name: 'Call customer' }).click();
  await expect(currentCall(olga)).toHaveCount(1);
  await expect(currentCall(olga)).toContainText('Vera Lind');
  expect((await customer.called).dialled).toBe(CALLERS.vera.number);

  await customer.pickUp();

  await hearsAndSpeaks(olga);
  await expect.poll(customer.voice.loudness).toBeGreaterThan(LOUD);
  await expectStored(db, CALLERS.vera.number, { direction: 'outbound', phase: 'talking', operatorExtension: '101' });
  const deliveryId = olga.url().split('/').at(-1)?.split('?')[0];
  await expect
    .poll(() => db.call.count({ where: { aboutDeliveryId: deliveryId, toE164: CALLERS.vera.number, phase: 'talking' } }))
    .toBe(1);

  await customer.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);
  await expectStored(db, CALLERS.vera.number, { phase: 'ended', cause: 'completed', isMissed: false });
});

test('a busy customer: the call ends by itself', async ({ olga, outside, db }) => {
  const customer = await outside.isBusy();
  await olga.getByRole('button', { name: 'Call customer' }).click();
  expect(await customer.ended).toBe('busy');
  await expectStored(db, CALLERS.vera.number, { phase: 'ended', cause: 'busy', isMissed: false });
  await expect(currentCall(olga)).toHaveCount(0);
  await expect(olga.getByRole('status').filter({ hasText: 'Vera Lind is busy' })).toBeVisible();
});

test('[S0.19] nobody answers: Hang up ends it while it rings', async ({ olga, outside, db }) => {
  const customer = await outside.doesNotAnswer();
  await olga.getByRole('button', { name: 'Call customer' }).click();
  await customer.called;

  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();

  await expect(currentCall(olga)).toHaveCount(0);
  expect(await customer.ended).toBe('cancelled');
  await expectStored(db, CALLERS.vera.number, { phase: 'ended', isMissed: false });
});

test('[S2.3] [S2.4] from the dialer, with the number that was chosen to be presented', async ({ olga, outside, db }) => {
  const customer = await outside.rings();
  await olga.getByRole('banner').getByRole('button', { name: 'Dialer' }).click();
  const dialer = olga.getByRole('region', { name: 'Dialer' });
  await dialer.getByRole('textbox', { name: 'Number' }).fill('600 100 103');
  const lines = dialer.getByRole('combobox', { name: 'Present number' });
  await lines.selectOption(await lines.getByRole('option', { name: 'Follow-up' }).getAttribute('value'));
  await dialer.getByRole('button', { name: 'Connect' }).click();

  expect((await customer.called).from).toContain(`<sip:${LINES.followUp}@`);
  await customer.pickUp();
  await hearsAndSpeaks(olga);
  await expectStored(db, CALLERS.ewa.number, { direction: 'outbound', line: { e164: LINES.followUp } });
  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
  expect(await customer.ended).toBe('by-pbx');
});

test('a number that the PBX refuses is named with the reason', async ({ olga }) => {
  await olga.getByRole('banner').getByRole('button', { name: 'Dialer' }).click();
  const dialer = olga.getByRole('region', { name: 'Dialer' });
  await dialer.getByRole('textbox', { name: 'Number' }).fill('199');
  await dialer.getByRole('button', { name: 'Connect' }).click();

  await expect(olga.getByRole('status').filter({ hasText: 'There is no such number: 199' })).toBeVisible();
  await expect(currentCall(olga)).toHaveCount(0);
});
