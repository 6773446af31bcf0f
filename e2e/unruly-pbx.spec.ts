import { randomUUID } from 'node:crypto';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { ringEvents } from '../scripts/call/call-events.ts';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { callerCard, currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };

test.beforeEach(({ olga }) => sitDown(olga));

test('[R1] the same webhook again is one card', async ({ olga, pbx, db }) => {
  const callId = `twice-${randomUUID()}`;
  const webhookId = `msg_${randomUUID()}`;
  const events = ringEvents(callId, { from: CALLERS.ewa.number, ...atOlga }, new Date().toISOString());

  expect(await pbx.post(events, { webhookId })).toEqual({ accepted: 2, duplicate: 0 });
  expect(await pbx.post(events, { webhookId })).toEqual({ accepted: 0, duplicate: 2 });

  await expect(incomingCall(olga)).toHaveCount(1);
  expect(await db.callEvent.count({ where: { pbxCallId: callId } })).toBe(2);
});

test('[R2] the same webhook fifty times at once is one call and one card', async ({ olga, pbx, db }) => {
  const callId = `fifty-${randomUUID()}`;
  const webhookId = `msg_${randomUUID()}`;
  const events = ringEvents(callId, { from: CALLERS.ewa.number, ...atOlga }, new Date().toISOString());

  const answers = await Promise.all(Array.from({ length: 50 }, () => pbx.post(events, { webhookId })));

  expect(answers.filter((answer) => answer.accepted === 2)).toHaveLength(1);
  expect(await db.call.count({ where: { pbxCallId: callId } })).toBe(1);
  await expect(incomingCall(olga)).toHaveCount(1);
});

test('[R3] a caller who gives up takes the card along', async ({ olga, pbx }) => {
  const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();

  await pbx.giveUp(callId);

  await expect(incomingCall(olga)).toBeHidden();
  await expect(currentCall(olga)).toHaveCount(0);
});

test('[R3] [R6] a ring that arrives after its own end opens nothing', async ({ olga, pbx, db }) => {
  const late = `late-${randomUUID()}`;
  const rang = new Date(Date.now() - 2_000).toISOString();
  await pbx.giveUp(late);
  await pbx.post(ringEvents(late, { from: CALLERS.leon.number, ...atOlga }, rang));

  // Whatever the late ring had opened would stand beside this call's card by now.
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(callerCard(incomingCall(olga))).toContainText('Ewa Zielińska');
  await expect(incomingCall(olga)).toHaveCount(1);
  expect(await db.call.findFirst({ where: { pbxCallId: late } })).toMatchObject({ phase: 'ended', isMissed: true });
});

const HOSTILE_NAMES = [
  ['[R25]', '<img src=x onerror="document.title=1">'],
  ['[R25]', '"><script>document.title=1</script>'],
  ['[R25]', 'javascript:alert(1)'],
  ['[R26]', `'); UPDATE "User" SET name='x'; --`],
  ['[R26]', '=HYPERLINK("https://offhook.invalid")'],
  ['[R27]', '🍕 Zażółć'],
] as const;

for (const [statement, name] of HOSTILE_NAMES) {
  test(`${statement} a caller who calls himself ${name} is shown as that text`, async ({ olga, pbx }) => {
    await pbx.ring({ from: uniqueNumber(), name, ...atOlga });

    await expect(incomingCall(olga).getByText(name)).toBeVisible();
    await expect(incomingCall(olga).locator('img[src="x"], script, a[href^="javascript"]')).toHaveCount(0);
    await expect(olga).not.toHaveTitle('1');
  });
}

test('[R27] a name of ten thousand letters, NUL and a turned direction leaves the buttons where they are', async ({
  olga,
  pbx,
}) => {
  await pbx.ring({ from: uniqueNumber(), name: `\u202Egnp.exe\u0000${'x'.repeat(10_000)}`, ...atOlga });

  const call = incomingCall(olga);
  await expect(call.getByRole('button', { name: 'Answer' })).toBeInViewport({ ratio: 1 });
  const box = await call.boundingBox();
  expect(box?.width).toBeLessThan(500);
  await expect(call).toContainText('INCOMING');
});
