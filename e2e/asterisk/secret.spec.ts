import type { Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../lib/demo-credentials.ts';
import { CALLERS } from '../../scripts/call/demo-world.ts';
import { answer, sitDown } from '../desk.ts';
import { signIn } from '../sign-in.ts';
import { expect, test } from './fixtures.ts';
import type { Outside } from './outside.ts';
import { hearsAndSpeaks, watchMedia } from './sound.ts';

/** In a browser of his own, whose session may end without ending another story's. */
async function talkAsOskar(page: Page, outside: Outside) {
  await watchMedia(page);
  await signIn(page, 'oskar@offhook.test', DEMO_PASSWORD);
  await sitDown(page);
  const call = await outside.calls({ from: CALLERS.vera.number, to: '+48221000102' });
  await answer(page);
  await hearsAndSpeaks(page);
  return call;
}

test('[S0.3b] [R34] [R35] the phone’s secret reaches its owner’s page only, as a digest, and is kept nowhere', async ({
  olga,
  oskar,
  visitor,
  asterisk,
}) => {
  const password = asterisk.settings.passwords['101'] ?? '';
  expect(password.length).toBeGreaterThan(8);
  const seen: string[] = [];
  olga.on('response', async (response) => {
    if (new URL(response.url()).pathname !== '/api/phone/account') seen.push(await response.text().catch(() => ''));
  });
  const asked = olga.waitForResponse((response) => response.url().endsWith('/api/phone/account'));
  await sitDown(olga);

  const own = await (await asked).text();
  const { ha1 } = JSON.parse(own).data.secret;
  expect(own).not.toContain(password);
  expect(ha1).toMatch(/^[0-9a-f]{32}$/);
  expect((await asked).headers()['cache-control']).toContain('no-store');

  await olga.goto('/settings');
  const everywhere = [
    ...seen,
    await olga.content(),
    await olga.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
  ];
  for (const text of everywhere) {
    expect(text).not.toContain(ha1);
    expect(text).not.toContain(password);
  }

  await sitDown(oskar);
  const ofOskar = await oskar.evaluate(() =>
    fetch('/api/phone/account', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"userId":"101","extension":"101"}',
    }).then((response) => response.text()),
  );
  expect(ofOskar).not.toContain(ha1);
  expect(JSON.parse(ofOskar).data.extension).toBe('102');

  await visitor.goto('/sign-in');
  const request = visitor.request.post('/api/phone/account', { data: {}, headers: { origin: new URL(visitor.url()).origin } });
  expect((await request).status()).toBe(401);
});

test('the page of whoever has a phone in the browser names its code in its head, to be fetched beside the page’s own', async ({
  olga,
}) => {
  const html = await (await olga.request.get('/deliveries')).text();
  const [head = ''] = html.split('<body', 1);
  const named = [...head.matchAll(/<link rel="preload" href="([^"]+\.js)"/g)].map(([, address = '']) => address);
  const scripts = await Promise.all(named.map(async (address) => (await olga.request.get(address)).text()));
  // What a phone says, and nothing else here does.
  expect(scripts.some((script) => script.includes('SIP/2.0'))).toBe(true);
});

test('[R36] a session that is revoked in a call: the page leaves, the call ends, and the phone is registered no more', async ({
  visitor,
  outside,
  asterisk,
  db,
}) => {
  const call = await talkAsOskar(visitor, outside);

  const mine = await db.session.findFirstOrThrow({
    where: { user: { email: 'oskar@offhook.test' }, revokedAt: null },
    orderBy: { createdAt: 'desc' },
  });
  await db.session.update({ where: { id: mine.id }, data: { revokedAt: new Date() } });

  await expect(visitor).toHaveURL(/sign-in/);
  expect(await call.ended).toBe('by-pbx');
  await asterisk.untilRegistered('102', false);
});

test('[R36] whoever signs out in a call ends it, and the phone is registered no more', async ({ visitor, outside, asterisk }) => {
  const call = await talkAsOskar(visitor, outside);

  await visitor.getByRole('button', { name: 'Your profile' }).click();
  await visitor.getByRole('menuitem', { name: 'End the call and sign out' }).click();

  await expect(visitor).toHaveURL(/sign-in/);
  expect(await call.ended).toBe('by-pbx');
  await asterisk.untilRegistered('102', false);
});
