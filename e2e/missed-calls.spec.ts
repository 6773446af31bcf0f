import type { Page } from '@playwright/test';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { answer, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { historyAt, listOf, missedCalls, missesOn, rowOf, sitAtListOf } from './missed-calls.ts';

const counter = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Missed calls \d+\+?$/ });
const countAt = async (page: Page) => Number(/\d+/.exec((await counter(page).textContent()) ?? '')?.[0]);

async function olgasSeen(olga: Page, numbers: string[]): Promise<number> {
  const counts = await Promise.all(numbers.map((number) => rowOf(olga, number).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

test('[S2.10] [S2.12] [S2.14] a caller who gives up is counted on every screen, says so, and is one row however often', async ({
  olga,
  pbx,
}) => {
  const number = uniqueNumber();
  await sitDown(olga, '/customers');
  const before = await countAt(olga);

  await missesOn(pbx, number);
  await expect(olga.getByRole('status', { name: 'New missed call' })).toContainText(shownNumber(number));
  await expect.poll(() => countAt(olga)).toBeGreaterThan(before);

  await counter(olga).click();
  await expect(rowOf(olga, number)).toContainText('No attempt');
  await missesOn(pbx, number);
  await missesOn(pbx, number);
  await expect(rowOf(olga, number)).toContainText('×3');
  await expect(rowOf(olga, number)).toHaveCount(1);
});

test('[S2.16] [S2.18] [S2.20] [S2.21] a manager takes a row off the list and puts it back; an operator may not, and both see who did', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitAtListOf(number, olga, marta);
  await expect(rowOf(olga, number).getByRole('button', { name: 'Hide', exact: true })).toHaveCount(0);

  await rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(marta.getByText('Taken off the list')).toBeVisible();
  await expect(missedCalls(marta)).toHaveCount(0);
  await expect(missedCalls(olga)).toHaveCount(0);

  await olga.getByRole('combobox', { name: 'View' }).selectOption('Hidden');
  await expect(rowOf(olga, number)).toContainText('Removed by Marta Manager');
  await expect(rowOf(olga, number).getByRole('button', { name: 'Restore' })).toHaveCount(0);

  await marta.getByRole('combobox', { name: 'View' }).selectOption('All');
  await rowOf(marta, number).getByRole('button', { name: 'Restore' }).click();
  await expect(rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true })).toBeVisible();
  await olga.getByRole('combobox', { name: 'View' }).selectOption('Visible');

  await rowOf(olga, number).getByRole('button', { name: 'Show history' }).click();
  const history = historyAt(olga);
  await expect(history.getByRole('row')).toHaveText([
    /When\s*Who\s*What\s*Result/,
    /Marta Manager.*Restore.*Back on the list/,
    /Marta Manager.*Off the list.*Removed by hand/,
    /Offhook.*Missed.*Waited/,
  ]);
});

test('[S2.16] what was hidden by a slip is back with one press, and one’s own act is no news to oneself', async ({
  olga,
  marta,
  pbx,
}) => {
  const numbers = [uniqueNumber(), uniqueNumber()];
  for (const number of numbers) await missesOn(pbx, number);
  await sitDown(olga, '/calls/missed');
  await sitDown(marta, '/calls/missed');
  for (const number of numbers) await rowOf(marta, number).getByRole('checkbox').check();
  await marta.getByRole('region', { name: 'Selected missed calls' }).getByRole('button', { name: 'Hide selected' }).click();
  for (const number of numbers) await expect(rowOf(marta, number)).toHaveCount(0);
  await expect.poll(() => olgasSeen(olga, numbers)).toBe(0);
  await expect(marta.getByRole('button', { name: /new change/ })).toHaveCount(0);

  await marta.getByRole('button', { name: 'Undo' }).click();
  for (const number of numbers) await expect(rowOf(marta, number)).toHaveCount(1);
});

test('[S2.12] the counter follows what comes and goes; whoever works by keyboard stays in the list', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await sitDown(olga, '/customers');
  await sitDown(marta, listOf(number));
  const before = await countAt(olga);
  await missesOn(pbx, number);
  await expect.poll(() => countAt(olga)).toBe(before + 1);

  const hide = rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true });
  await hide.focus();
  await marta.keyboard.press('Enter');
  await expect(missedCalls(marta)).toHaveCount(0);
  await expect.poll(() => countAt(olga)).toBe(before);
  await expect.poll(() => marta.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('[S2.17] a caller who rings again and gets through is off the list by itself', async ({ olga, pbx }) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitDown(olga, listOf(number));
  await expect(rowOf(olga, number)).toBeVisible();

  await pbx.ring({ from: number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await answer(olga);
  await olga.goto(listOf(number, 'hidden'));
  await expect(rowOf(olga, number)).toContainText('Got through');
});

test('the list and its history can be read by anybody, wide and narrow', async ({ marta, pbx }) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitDown(marta, listOf(number, 'all'));
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(historyAt(marta)).toBeVisible();
  await expectAccessible(marta);
  await marta.setViewportSize(NARROW);
  await expectAccessible(marta);
});
