import { createDelivery } from '../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, phoneStatus, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { countSounds, soundsOf } from './tabs.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test('[S0.3] [S0.3a] losing the phone disables every call button at once, with the reason, until it is back', async ({
  olga,
  pbx,
  db,
}) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga, `/deliveries/${open.id}`);
  const call = olga.getByRole('button', { name: 'Call customer' });
  await expect(call).toBeEnabled();

  await pbx.unregister(EXTENSIONS.olga);
  await expect(phoneStatus(olga)).toContainText('Not connected');
  await expect(call).toBeDisabled();
  await call.hover();
  await expect(olga.getByRole('tooltip')).toContainText(/phone/i);

  await pbx.register(EXTENSIONS.olga);
  await expect(phoneStatus(olga)).toContainText('Connected');
  await expect(call).toBeEnabled();
});

test('[S0.4] a call rings with a sound as long as it rings', async ({ olga, pbx }) => {
  await countSounds(olga.context());
  await sitDown(olga);
  // Browsers give a page no sound before somebody has touched it.
  await olga.keyboard.press('Shift');

  const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });

  await expect.poll(() => soundsOf(olga)).toBe(1);
  await pbx.giveUp(callId);
  await expect(incomingCall(olga)).toBeHidden();
  await expect.poll(() => soundsOf(olga)).toBe(0);
});

test('the first press on a page, which also turns the sound on, is not lost on its way to Answer', async ({ olga, pbx }) => {
  // Whatever a test asks a page counts as somebody's press; here nobody has pressed anything yet.
  await olga.addInitScript(() => Object.defineProperty(navigator, 'userActivation', { value: { hasBeenActive: false } }));
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(olga.getByRole('button', { name: 'Turn on sound' })).toBeVisible();

  await incomingCall(olga).getByRole('button', { name: 'Answer' }).hover();
  await olga.mouse.down();
  await olga.evaluate(() => new Promise((painted) => requestAnimationFrame(() => requestAnimationFrame(painted))));
  await olga.mouse.up();

  await expect(currentCall(olga)).toBeVisible();
});

test('[S0.7] [S0.7a] Pause mutes here and tells nobody: the call goes on', async ({ olga, pbx, db }) => {
  await sitDown(olga);
  const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  const pause = currentCall(olga).getByRole('button', { name: 'Pause' });
  await expect(pause).toHaveAttribute('aria-pressed', 'false');

  await pause.click();

  await expect(pause).toHaveAttribute('aria-pressed', 'true');
  await expect(currentCall(olga).getByRole('button', { name: 'Hold' })).toHaveAttribute('aria-pressed', 'false');
  expect(await db.call.findFirstOrThrow({ where: { pbxCallId: callId } })).toMatchObject({ phase: 'talking' });

  await pause.click();
  await expect(pause).toHaveAttribute('aria-pressed', 'false');
});

test('[S0.8] [S0.19] either side ends the call at any time', async ({ olga, pbx, db }) => {
  await sitDown(olga);
  const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await currentCall(olga).getByRole('button', { name: 'Hold' }).click();
  await expect(currentCall(olga).getByRole('button', { name: 'Hold' })).toHaveAttribute('aria-pressed', 'true');

  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();

  await expect(currentCall(olga)).toHaveCount(0);
  const call = await db.call.findFirstOrThrow({ where: { pbxCallId: callId } });
  expect(call).toMatchObject({ phase: 'ended', endedBy: 'operator', isMissed: false });
});

test('[S0.17] Call customer dials at once, and the talk begins when they answer', async ({ olga, db }) => {
  const open = await db.delivery.findFirstOrThrow({ where: { phoneE164: CALLERS.vera.number, status: 'sent' } });
  await sitDown(olga, `/deliveries/${open.id}`);

  await olga.getByRole('button', { name: 'Call customer' }).click();

  await expect(currentCall(olga)).toContainText('Vera Lind');
  await expect(currentCall(olga).getByRole('timer')).toBeVisible();
  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
  await expect(currentCall(olga)).toHaveCount(0);
  await expect(olga).toHaveURL(new RegExp(`/deliveries/${open.id}`));
});

test('[S0.6] [S0.8] the key that ends calls, pressed twice in a moment, ends one', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await expect(currentCall(olga)).toContainText('Talking');
  await pbx.ring({ from: CALLERS.helena.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();

  // However long this machine takes: it is one moment for the page.
  await olga.evaluate(() => {
    const nowMs = Date.now();
    Date.now = () => nowMs;
  });
  await olga.keyboard.press('F4');
  await expect(incomingCall(olga)).toHaveCount(0);
  await olga.keyboard.press('F4');

  await olga.evaluate(() => {
    const before = Date.now();
    Date.now = () => before + 10_000;
  });
  await olga.keyboard.press('F8');
  await expect(currentCall(olga)).toContainText('On hold');
  await olga.keyboard.press('F4');
  await expect(currentCall(olga)).toHaveCount(0);
});

test('[S0.6] on a screen that hands hold, Hang up takes no press in the moment it appears where Answer was', async ({
  olga,
  pbx,
}) => {
  await olga.setViewportSize({ width: 390, height: 800 });
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  const hangUp = currentCall(olga).getByRole('button', { name: 'Hang up' });
  const asItAppears = await hangUp.evaluate((button) => {
    button.style.animation = 'none';
    const settled = getComputedStyle(button).pointerEvents;
    button.style.animation = '';
    return { settled, appearing: getComputedStyle(button).pointerEvents };
  });
  expect(asItAppears).toEqual({ settled: 'auto', appearing: 'none' });

  await hangUp.click();
  await expect(currentCall(olga)).toHaveCount(0);
});

test('the keypad takes the focus and the digits that are typed, and gives the focus back', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  const opener = currentCall(olga).getByRole('button', { name: 'Keypad' });
  await opener.press('Enter');
  const lastTaken = olga.waitForResponse((response) => response.request().postData()?.includes('"digit":"#"') ?? false);
  await olga.keyboard.type('12#');
  expect((await lastTaken).ok()).toBe(true);
  await expect(currentCall(olga).getByRole('status', { name: 'Digits sent' })).toHaveText('12#');

  await olga.keyboard.press('Escape');
  await expect(currentCall(olga).getByRole('group', { name: 'Keypad' })).toHaveCount(0);
  await expect(opener).toBeFocused();
});

test('the keyboard answers, pauses and hangs up', async ({ olga, pbx }) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();

  await olga.keyboard.press('F2');
  await expect(currentCall(olga)).toBeVisible();
  await olga.keyboard.press('F7');
  await expect(currentCall(olga).getByRole('button', { name: 'Pause' })).toHaveAttribute('aria-pressed', 'true');
  await olga.keyboard.press('F4');
  await expect(currentCall(olga)).toHaveCount(0);
});

test('[S0.6] [S0.8] a save that gets no answer holds back neither Answer nor Hang up', async ({ olga, pbx, db }) => {
  const { id } = await createDelivery(db, { status: 'draft', phoneE164: uniqueNumber(), street: 'Wilcza 1' });
  await sitDown(olga, `/deliveries/${id}`);
  const save = olga.waitForRequest((request) => request.headers()['next-action'] !== undefined);
  // Neither answered nor failed: the connection hangs.
  await olga.route('**/*', (route) => (route.request().headers()['next-action'] ? undefined : route.fallback()));
  await olga.getByRole('textbox', { name: 'Street' }).fill('Wilcza 2');
  await olga.getByRole('button', { name: 'Save draft' }).click();
  await save;

  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await answer(olga);
  await expect(currentCall(olga)).toBeVisible();
  await currentCall(olga).getByRole('button', { name: 'Hang up' }).click();
  await expect(currentCall(olga)).toHaveCount(0);
});
