import type { Page } from '@playwright/test';
import type { PrismaClient } from '../../lib/db/generated/client.ts';
import { CALLERS, LINES } from '../../scripts/call/demo-world.ts';
import { answer, currentCall, incomingCall, phoneStatus, sitDown } from '../desk.ts';
import { expect, test } from './fixtures.ts';
import type { OutsideCall } from './outside.ts';
import { bringCallerTo } from './resume.ts';
import { cutWebsocket, hearsAndSpeaks, iceNameOf, watchMedia } from './sound.ts';
import { expectStored } from './stored.ts';

const OLGAS_LINE = '+48221000101';
const LOUD = 1_000;

/** Both hear each other, in the one call there is, and the server knows whose it is. */
async function expectTalkingWithVera(page: Page, { voice }: OutsideCall, db: PrismaClient): Promise<void> {
  await hearsAndSpeaks(page);
  await expect.poll(voice.loudness).toBeGreaterThan(LOUD);
  await expect(currentCall(page)).toHaveCount(1);
  await expectStored(db, CALLERS.vera.number, { phase: 'talking', operatorExtension: '101' });
}

test.describe('the network is away', () => {
  test.use({ expectedComplaints: [/WebSocket/] });

  test('[R24] the websocket is lost in a call: the sound goes on, the phone comes back, and hears the end of the call', async ({
    olga,
    outside,
    asterisk,
  }) => {
    await sitDown(olga);
    const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
    await answer(olga);
    await hearsAndSpeaks(olga);

    await cutWebsocket(olga, true);
    await expect(phoneStatus(olga)).toContainText('Connecting');
    await hearsAndSpeaks(olga);
    await cutWebsocket(olga, false);
    await expect(phoneStatus(olga)).toContainText('Connected');
    await asterisk.untilRegistered('101');
    await hearsAndSpeaks(olga);
    await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);

    await call.hangUp();
    await expect(currentCall(olga)).toHaveCount(0);
  });
});

test.describe('a network that is new', () => {
  // Checks of the old way cross the search for the new one.
  test.use({ expectedPbxComplaints: [/PJ ICE Rx error/] });

  test('the network changes in a call: the sound finds a new way', async ({ olga, outside }) => {
    await sitDown(olga);
    const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
    await answer(olga);
    await hearsAndSpeaks(olga);
    const before = await iceNameOf(olga);

    await olga.evaluate(() => window.dispatchEvent(new Event('online')));

    await expect.poll(() => iceNameOf(olga)).not.toBe(before);
    await hearsAndSpeaks(olga);
    await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
    await call.hangUp();
    await expect(currentCall(olga)).toHaveCount(0);
  });
});

test.describe('the PBX is killed', () => {
  test.use({ expectedPbxComplaints: [/./], expectedComplaints: [/WebSocket/] });

  test('[R5] in a call: no call is left hanging, and the next one rings', async ({ olga, outside, asterisk, db }) => {
    await sitDown(olga);
    await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
    await answer(olga);
    await hearsAndSpeaks(olga);

    await asterisk.kill();
    await expect(phoneStatus(olga)).toContainText('Connecting');
    await expect(olga.getByRole('status').filter({ hasText: 'The PBX cannot be reached' })).toBeVisible();
    await asterisk.start();

    await expect(phoneStatus(olga)).toContainText('Connected', { timeout: 40_000 });
    await expectStored(db, CALLERS.vera.number, { phase: 'ended', cause: 'lost' });
    await expect(currentCall(olga)).toHaveCount(0);

    const next = await outside.calls({ from: CALLERS.ewa.number, to: LINES.deliveryHotline });
    await expect(incomingCall(olga)).toContainText('Ewa');
    await answer(olga);
    await hearsAndSpeaks(olga);
    await next.hangUp();
  });
});

test('[R23] two tabs: one holds the phone, both show and control it, and its closing hands over', async ({
  olga,
  outside,
  asterisk,
}) => {
  await sitDown(olga);
  const other = await olga.context().newPage();
  await watchMedia(other);
  await sitDown(other);
  expect((await asterisk.cli('pjsip show aor 101')).match(/^\s*Contact:\s+\d/gm)).toHaveLength(1);

  const first = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await expect(incomingCall(olga)).toHaveCount(1);
  await answer(other);
  await expect(currentCall(olga)).toBeVisible();
  await hearsAndSpeaks(olga);
  await currentCall(other).getByRole('button', { name: 'Hang up' }).click();
  expect(await first.ended).toBe('by-pbx');
  await expect(currentCall(olga)).toHaveCount(0);

  const place = () => asterisk.cli('pjsip show contacts').then((said) => said.match(/Contact:\s+(101\S+)/)?.[1]);
  const before = await place();
  await olga.close();
  await expect.poll(async () => ![before, undefined].includes(await place())).toBe(true);
  await expect(phoneStatus(other)).toContainText('Connected');
  const second = await outside.calls({ from: CALLERS.adam.number, to: OLGAS_LINE });
  await answer(other);
  await hearsAndSpeaks(other);
  await second.hangUp();
});

test('[R23] the tab that holds the phone closes in a call: another offers to take it up again', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const other = await olga.context().newPage();
  await watchMedia(other);
  await sitDown(other);
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);

  await olga.close();

  await currentCall(other).getByRole('button', { name: 'Take it up again' }).click();
  await expectTalkingWithVera(other, call, db);
  await call.hangUp();
});

test.describe('a phone that is not there', () => {
  test.use({ expectedPbxComplaints: [/(invalid URI|session to endpoint) '101'/] });

  test('is no end for a caller who is brought to it: they wait at the line they rang, and a colleague takes them', async ({
    olga,
    oskar,
    outside,
    asterisk,
    manager,
    db,
  }) => {
    await sitDown(olga);
    const call = await outside.calls({ from: CALLERS.vera.number, to: LINES.deliveryHotline });
    await answer(olga);
    await hearsAndSpeaks(olga);
    await olga.close();
    await asterisk.untilRegistered('101', false);
    await sitDown(oskar);

    await bringCallerTo('101', { asterisk, manager });

    await expect(incomingCall(oskar)).toContainText(CALLERS.vera.name);
    await answer(oskar);
    await hearsAndSpeaks(oskar);
    await expect.poll(call.voice.loudness).toBeGreaterThan(LOUD);
    await call.hangUp();
    await expectStored(db, CALLERS.vera.number, { phase: 'ended', isMissed: false, operatorExtension: '102' });
  });
});

for (const line of [OLGAS_LINE, LINES.deliveryHotline]) {
  test(`a customer who rang before the page was loaded anew is answered all the same, at ${line}`, async ({
    olga,
    outside,
    db,
  }) => {
    await sitDown(olga);
    const call = await outside.calls({ from: CALLERS.vera.number, to: line });
    await expect(incomingCall(olga)).toBeVisible();
    await olga.reload();
    await expect(phoneStatus(olga)).toContainText('Connected');

    await answer(olga);
    await expectTalkingWithVera(olga, call, db);

    await call.hangUp();
    await expect(currentCall(olga)).toHaveCount(0);
    await expectStored(db, CALLERS.vera.number, { phase: 'ended', isMissed: false });
  });
}

test('a reload in a call warns, and afterwards the call can be taken up again', async ({ olga, outside, db }) => {
  await sitDown(olga);
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(olga);
  await hearsAndSpeaks(olga);

  const warned = olga.waitForEvent('dialog');
  const reloaded = olga.reload();
  const dialog = await warned;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.accept();
  await reloaded;

  await expect(phoneStatus(olga)).toContainText('Connected');
  await currentCall(olga).getByRole('button', { name: 'Take it up again' }).click();
  await expectTalkingWithVera(olga, call, db);

  await call.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);
});
