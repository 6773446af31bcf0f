import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS, LINES, unknownCaller } from '../scripts/call/demo-world.ts';
import { currentCall, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { countSounds, emulateVisibility, openTab, setVisibility, soundsOf } from './tabs.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const SCOPE = '/ring-worker/';

type Shown = { title: string; body: string };

/** At the desk, allowed to show calls on the desktop, with the worker behind them up. */
async function sitDownWithNotices(page: Page): Promise<void> {
  await page.context().grantPermissions(['notifications']);
  await emulateVisibility(page.context());
  await countSounds(page.context());
  await sitDown(page);
  await hasWorker(page);
}

async function hasWorker(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async (scope) => (await navigator.serviceWorker.getRegistration(scope))?.active?.state, SCOPE))
    .toBe('activated');
}

function onDesktop(page: Page): Promise<Shown[]> {
  return page.evaluate(async (scope) => {
    const shown = (await (await navigator.serviceWorker.getRegistration(scope))?.getNotifications()) ?? [];
    return shown.map(({ title, body }) => ({ title, body }));
  }, SCOPE);
}

/** What a press on the first notification tells the worker; the desktop itself is no part of this browser. */
async function press(page: Page, action: 'answer' | 'reject' | ''): Promise<void> {
  const worker = page
    .context()
    .serviceWorkers()
    .find((each) => each.url().endsWith('/ring-worker.js'));
  if (!worker) throw new Error('There is no worker.');
  await worker.evaluate(async (pressed) => {
    const registration: ServiceWorkerRegistration = Reflect.get(self, 'registration');
    const [notification] = await registration.getNotifications();
    const PressEvent = Reflect.get(self, 'NotificationEvent');
    self.dispatchEvent(new PressEvent('notificationclick', { notification, action: pressed }));
  }, action);
}

test('[S4.12] [R22] a call that rings while no tab is in view shows on the desktop, until the ring ends', async ({
  olga,
  pbx,
}) => {
  await sitDownWithNotices(olga);
  await setVisibility(olga, 'hidden');

  const callId = await pbx.ring({ from: CALLERS.helena.number, ...atOlga });

  await expect.poll(() => onDesktop(olga)).toEqual([{ title: CALLERS.helena.name, body: expect.stringContaining('VIP') }]);
  await expect(currentCall(olga)).toHaveCount(0);
  await pbx.giveUp(callId);
  await expect.poll(() => onDesktop(olga)).toEqual([]);
});

test('[S4.12] a call that rings while the desk is in view shows there, and on the desktop once it is hidden', async ({
  olga,
  pbx,
}) => {
  await sitDownWithNotices(olga);
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect(incomingCall(olga)).toBeVisible();
  expect(await onDesktop(olga)).toEqual([]);

  await setVisibility(olga, 'hidden');
  await expect.poll(() => onDesktop(olga)).toHaveLength(1);
  await setVisibility(olga, 'visible');
  await expect.poll(() => onDesktop(olga)).toEqual([]);
});

test('[S4.11] [S4.12] Answer on the notification answers, and opens what the call leads to', async ({ olga, pbx }) => {
  await sitDownWithNotices(olga);
  await setVisibility(olga, 'hidden');
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect.poll(() => onDesktop(olga)).toHaveLength(1);

  await press(olga, 'answer');

  await expect(currentCall(olga)).toBeVisible();
  await expect.poll(() => onDesktop(olga)).toEqual([]);
  await setVisibility(olga, 'visible');
  await expect(olga).toHaveURL(/\/deliveries\/new\?/);
});

test('[S4.12] Reject on the notification rejects', async ({ olga, pbx, db }) => {
  await sitDownWithNotices(olga);
  await setVisibility(olga, 'hidden');
  const pbxCallId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect.poll(() => onDesktop(olga)).toHaveLength(1);

  await press(olga, 'reject');

  await expect(incomingCall(olga)).toBeHidden();
  await expect.poll(() => onDesktop(olga)).toEqual([]);
  expect(await db.call.findFirstOrThrow({ where: { pbxCallId } })).toMatchObject({ answeredAt: null });
});

test('[S4.12] a press beside the buttons only brings the tab: nothing answers by itself', async ({ olga, pbx }) => {
  await sitDownWithNotices(olga);
  await setVisibility(olga, 'hidden');
  await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
  await expect.poll(() => onDesktop(olga)).toHaveLength(1);

  await press(olga, '');

  await expect.poll(() => onDesktop(olga)).toEqual([]);
  await setVisibility(olga, 'visible');
  await expect(incomingCall(olga)).toBeVisible();
  await expect(currentCall(olga)).toHaveCount(0);
});

test.describe('in many tabs', () => {
  // Each of them loads the desk.
  test.describe.configure({ timeout: 120_000 });

  test('[R23] of five tabs one rings and one notification shows; closing the tab that rings moves the ring', async ({
    olga,
    pbx,
  }) => {
    await sitDownWithNotices(olga);
    const tabs = [olga];
    for (let more = 0; more < 4; more += 1) {
      const tab = await openTab(olga);
      await sitDown(tab);
      tabs.push(tab);
    }
    for (const tab of tabs) {
      await tab.keyboard.press('Shift');
      await setVisibility(tab, 'hidden');
    }
    const sounding = async (among: Page[]) => {
      const counts = await Promise.all(among.map(soundsOf));
      return counts.flatMap((count, index) => (count > 0 ? [index] : []));
    };

    const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });
    await Promise.all(tabs.map((tab) => expect(incomingCall(tab)).toBeVisible()));
    await expect.poll(() => sounding(tabs)).toHaveLength(1);
    await expect.poll(() => onDesktop(olga)).toHaveLength(1);

    const [ringing = 0] = await sounding(tabs);
    await tabs[ringing]?.close();
    const left = tabs.toSpliced(ringing, 1);
    const [other = olga] = left;
    await expect.poll(() => sounding(left)).toHaveLength(1);
    expect(await onDesktop(other)).toHaveLength(1);

    await pbx.giveUp(callId);
    await expect.poll(() => sounding(left)).toEqual([]);
    await expect.poll(() => onDesktop(other)).toEqual([]);
  });
});

test('[R25] a name that is markup is text on the desktop and in the title', async ({ olga, pbx }) => {
  const name = '<img src=x onerror=alert(1)>';
  await sitDownWithNotices(olga);
  await setVisibility(olga, 'hidden');
  await pbx.ring({ from: unknownCaller(41), name, ...atOlga });

  await expect.poll(() => onDesktop(olga)).toEqual([{ title: name, body: expect.stringContaining('600') }]);
  await expect.poll(() => olga.title()).toContain(name);
  expect(await olga.locator('img').count()).toBe(0);
});

test('the icon of the tab shows the ring, and is itself again afterwards', async ({ olga, pbx }) => {
  await sitDown(olga);
  const icon = () => olga.locator('head link[rel~="icon"]').first().getAttribute('href');
  const own = await icon();
  const callId = await pbx.ring({ from: CALLERS.ewa.number, ...atOlga });

  await expect.poll(icon).toMatch(/^data:image\/svg/);
  await pbx.giveUp(callId);
  await expect.poll(async () => new URL((await icon()) ?? '', olga.url()).href).toBe(new URL(own ?? '', olga.url()).href);
});

test('the idle phone offers to show calls on the desktop, and the settings say how it stands', async ({ olga }) => {
  await olga.addInitScript(() => {
    let permission = 'default';
    Object.defineProperty(Notification, 'permission', { get: () => permission });
    Notification.requestPermission = async () => {
      permission = 'denied';
      return 'denied';
    };
  });
  await sitDown(olga);
  const dock = olga.getByRole('complementary', { name: 'Phone' });

  await dock.getByRole('button', { name: 'Show calls on the desktop' }).click();
  await expect(dock).toContainText('blocks notifications');
  await dock.getByRole('button', { name: 'Close this hint' }).click();
  await expect(dock).not.toContainText('blocks notifications');

  await sitDown(olga, '/settings');
  const section = olga.getByRole('region', { name: 'Desktop notifications' });
  await section.getByRole('button', { name: 'Show calls on the desktop' }).click();
  await expect(section.getByRole('status')).toContainText('blocks notifications');
});
