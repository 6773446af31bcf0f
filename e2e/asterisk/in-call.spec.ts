import { CALLERS, LINES } from '../../scripts/call/demo-world.ts';
import { answer, currentCall, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import { hearsAndSpeaks } from './sound.ts';
import { expectStored, storedCallOf } from './stored.ts';

const OLGAS_LINE = '+48221000101';
const LOUD = 1_000;
const SILENT = 100;

test('[S0.7] [S0.7a] Pause is silence for the caller, who stays on the line; nobody is told', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  const pause = currentCall(olga).getByRole('button', { name: 'Pause' });

  await pause.click();
  await expect(pause).toHaveAttribute('aria-pressed', 'true');
  await expect.poll(call.voice.loudness).toBeLessThan(SILENT);
  const packets = call.voice.packets();
  await expect.poll(call.voice.packets).toBeGreaterThan(packets);
  await expectStored(db, CALLERS.vera.number, { phase: 'talking' });

  await pause.click();
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await call.hangUp();
});

test('Hold puts the caller on hold at the PBX, and takes them off it', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);
  const hold = currentCall(olga).getByRole('button', { name: 'Hold' });

  await hold.click();
  await expect(hold).toHaveAttribute('aria-pressed', 'true');
  await expectStored(db, CALLERS.vera.number, { phase: 'held' });

  await hold.click();
  await expect(hold).toHaveAttribute('aria-pressed', 'false');
  await expectStored(db, CALLERS.vera.number, { phase: 'talking' });
  await hearsAndSpeaks(olga);
  await call.hangUp();
});

test('the keypad’s digits arrive, in order', async ({ olga, outside }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);

  await currentCall(olga).getByRole('button', { name: 'Keypad' }).click();
  const keypad = currentCall(olga).getByRole('group', { name: 'Keypad' });
  for (const digit of ['4', '2', '#']) await keypad.getByRole('button', { name: digit, exact: true }).click();

  await expect.poll(call.voice.digits).toBe('42#');
  await call.hangUp();
});

test('[S0.8] the operator hangs up; what the call sounded like is kept with it', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.helena.number, to: LINES.deliveryHotline });
  await answer(olga);
  await hearsAndSpeaks(olga);
  await expect(currentCall(olga)).toContainText('Good sound');

  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();

  await expect(currentCall(olga)).toHaveCount(0);
  expect(await call.ended).toBe('by-pbx');
  await expectStored(db, CALLERS.helena.number, { phase: 'ended', endedBy: 'operator', isMissed: false });
  await expect.poll(async () => (await storedCallOf(db, CALLERS.helena.number))?.qualities[0]?.mos).toBeGreaterThan(4);
});
