import { LINES, unknownCaller } from '../../scripts/call/demo-world.ts';
import { expect, test } from './fixtures.ts';

/** Straight to the desk phone, extension 104. */
const DESK_LINE = '+48221000104';
const FROM = unknownCaller(1);
const LOUD = 1_000;

// That the PBX of the stories is a real one, with the configuration that docs/pbx.md gives to a newcomer.

test('a desk phone rings with the id of the conversation, answers, and both sides hear each other', async ({
  outside,
  deskPhone,
  asterisk,
}) => {
  const desk = await deskPhone.plugIn();
  const call = await outside.calls({ from: FROM, to: DESK_LINE });

  const { offhookCall, identity } = await desk.called;
  const [trunk = ''] = (await asterisk.channels()).filter((line) => line.startsWith('PJSIP/trunk-'));
  expect(offhookCall).toBe(trunk.split('!').at(-1));
  expect(identity).toContain(FROM);
  await call.ringing;

  await desk.pickUp();
  await call.answered;
  await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
  await expect.poll(desk.voice.loudness).toBeGreaterThan(LOUD);

  expect(await call.hangUp()).toBe('by-outside');
  expect(await desk.ended).toBe('by-pbx');
});

test('with nobody at a desk a caller waits in the queue, ringing, and may give up', async ({ outside, asterisk }) => {
  const call = await outside.calls({ from: FROM, to: LINES.deliveryHotline });
  await call.ringing;
  await expect.poll(() => asterisk.cli('queue show delivery')).toContain('PJSIP/trunk-');

  expect(await call.hangUp()).toBe('cancelled');
});

test('a queue sends the id of the conversation to its phones too', async ({ outside, deskPhone, asterisk }) => {
  const desk = await deskPhone.plugIn();
  await asterisk.cli('queue add member PJSIP/104 to complaints');
  const call = await outside.calls({ from: FROM, to: LINES.complaints });

  expect((await desk.called).offhookCall).toMatch(/^\d+\.\d+$/);
  await desk.pickUp();
  await call.answered;
  expect(await desk.hangUp()).toBe('by-telephone');
  await asterisk.cli('queue remove member PJSIP/104 from complaints');
});
