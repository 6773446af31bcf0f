import type { Page } from '@playwright/test';
import { CALLERS } from '../../scripts/call/demo-world.ts';
import { watchRequests } from '../at-rest.ts';
import { answer, currentCall, incomingCall, phoneStatus, sitDown } from '../desk.ts';
import { withoutDatabase, withoutTable } from './database-away.ts';
import { expect, test } from './fixtures.ts';
import type { Outside, OutsideCall } from './outside.ts';
import { dropLiveConnection, hearsAndSpeaks } from './sound.ts';

const OLGAS_LINE = '+48221000101';

test.use({
  expectedComplaints: [/WebSocket|status of 50[03]|Server Components render|React error #441/],
});

/** Talks on a page that has come to rest: nothing that was asked for before is under way any more. */
async function talkOnCustomersPage(page: Page, outside: Outside): Promise<OutsideCall> {
  const isAtRest = watchRequests(page);
  await sitDown(page, '/customers');
  const call = await outside.calls({ from: CALLERS.vera.number, to: OLGAS_LINE });
  await answer(page);
  await hearsAndSpeaks(page);
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Customers' }).click();
  await expect(page).toHaveURL(/\/customers/);
  await isAtRest();
  return call;
}

/** The page asks whether it could be drawn anew, and hears that it could not. */
function refusedToDraw(page: Page) {
  return page.waitForResponse((response) => response.url().endsWith('/api/health') && response.status() === 503);
}

test('[R13] the database is away in a call: the desk stays with its call, and one that ends meanwhile does not come up again', async ({
  olga,
  outside,
}) => {
  const call = await talkOnCustomersPage(olga, outside);
  const isCutOff = olga.getByRole('status', { name: 'Connection' }).filter({ hasText: 'Connection lost' });

  await withoutDatabase(async () => {
    const refused = refusedToDraw(olga);
    await dropLiveConnection(olga);
    await refused;
    await expect(isCutOff).toBeVisible();
    await hearsAndSpeaks(olga);
    await expect(currentCall(olga)).toContainText('Talking');

    await call.hangUp();
    await expect(currentCall(olga)).toHaveCount(0);
    // Long enough for what the server last said to be believed again, were it heard.
    for (let questions = 0; questions < 3; questions += 1) await refusedToDraw(olga);
    await expect(currentCall(olga)).toHaveCount(0);
    await expect(incomingCall(olga)).toHaveCount(0);
  });

  await expect(isCutOff).toHaveCount(0, { timeout: 20_000 });
  await expect(phoneStatus(olga)).toContainText('Connected');
  await expect(currentCall(olga)).toHaveCount(0);
});

test('[R13] an error in place of the whole desk hangs nobody up, and Try again brings back the desk with its call', async ({
  olga,
  outside,
}) => {
  const call = await talkOnCustomersPage(olga, outside);
  const failure = olga.getByRole('alert').filter({ hasText: 'This page could not be shown' });

  // The counter at the top reads it, so that no desk can be drawn.
  await withoutTable('MissedCall', async () => {
    await dropLiveConnection(olga);
    await expect(failure).toBeVisible({ timeout: 20_000 });
    await hearsAndSpeaks(olga);
  });

  await hearsAndSpeaks(olga);
  await failure.getByRole('button', { name: 'Try again' }).click();
  await expect(currentCall(olga)).toContainText('Talking');
  await hearsAndSpeaks(olga);
  await call.hangUp();
  await expect(currentCall(olga)).toHaveCount(0);
});
