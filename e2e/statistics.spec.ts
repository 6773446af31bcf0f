import { readFile } from 'node:fs/promises';
import type { Locator, Page } from '@playwright/test';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { shownNumber, sitDown } from './desk.ts';
import { test as base, expect, type StorageState, signedInOnce, withPage } from './fixtures.ts';

const test = base.extend<{ sylwia: Page }, { sylwiaSession: StorageState }>({
  sylwiaSession: [({ browser }, use) => signedInOnce(browser, 'supervisor@offhook.test').then(use), { scope: 'worker' }],
  sylwia: ({ browser, sylwiaSession, expectedComplaints }, use) => withPage(browser, sylwiaSession, expectedComplaints, use),
});

const MONTH = '/statistics?period=30d';
const figure = (page: Page, name: string) => page.getByRole('figure', { name });
const tableOf = (page: Page, name: string) => page.getByRole('table', { name, exact: true });
const rowOf = (page: Page, table: string, name: string) =>
  tableOf(page, table)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name }) });

/** What a row of a chart's table counts. */
async function counted(row: Locator): Promise<number> {
  return Number(((await row.getByRole('cell').first().textContent()) ?? '').replace(/\D/g, ''));
}

async function sumOf(page: Page, table: string, names: string[]): Promise<number> {
  const counts = await Promise.all(names.map((name) => counted(rowOf(page, table, name))));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Every page of the list. */
async function listedRows(page: Page): Promise<number> {
  let rows = 0;
  for (;;) {
    await expect(page.getByRole('table', { name: 'Missed calls' })).toBeVisible();
    rows += await page.getByRole('button', { name: 'Show history' }).count();
    const next = page.getByRole('link', { name: 'Next page' });
    if ((await next.count()) === 0) return rows;
    const href = (await next.getAttribute('href')) ?? '';
    await page.goto(href);
  }
}

test('[S2.24] a supervisor gets from the missed calls to their statistics, of the same period and line', async ({
  sylwia,
  olga,
}) => {
  await sitDown(sylwia, '/calls/missed?period=30d');
  await sylwia.getByRole('combobox', { name: 'Line' }).selectOption('Delivery hotline');
  await expect(sylwia).toHaveURL(/line=/);
  await sylwia.getByRole('button', { name: 'Statistics', exact: true }).click();

  await expect(sylwia.getByRole('heading', { name: 'Statistics', level: 1 })).toBeVisible();
  await expect(sylwia.getByRole('combobox', { name: 'Line' })).toHaveValue(/.{36}/);
  await expect(sylwia.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: '30 days' })).toHaveAttribute(
    'aria-current',
    'true',
  );
  for (const name of ['Last status', 'Removed by']) {
    await expect(figure(sylwia, name).getByRole('link').first()).toBeVisible();
    await expect(tableOf(sylwia, name)).toBeVisible();
  }

  await sitDown(olga, '/calls/missed');
  await expect(olga.getByRole('button', { name: 'Statistics', exact: true })).toHaveCount(0);
  await expect(olga.getByRole('link', { name: 'Statistics' })).toHaveCount(0);
});

test.describe('who may not see them', () => {
  test.use({ expectedComplaints: [/404/] });

  test('[S2.24] [R34] gets no page and no file', async ({ olga }) => {
    await olga.goto(MONTH);
    await expect(olga.getByRole('heading', { name: 'Statistics', level: 1 })).toHaveCount(0);
    expect((await olga.request.get('/api/statistics/last-status?period=30d')).status()).toBe(404);
  });
});

test('[S2.25] [S2.27] [S2.27a] both charts count the same rows, and each share is the sum of its parts', async ({ sylwia }) => {
  await sitDown(sylwia, MONTH);
  const left = await sumOf(sylwia, 'Last status', ['Called back, reached', 'Called back, not reached', 'SMS sent', 'No attempt']);
  const [automaton, hand, list] = [
    await counted(rowOf(sylwia, 'Removed by', 'Automatically')),
    await counted(rowOf(sylwia, 'Removed by', 'By hand')),
    await counted(rowOf(sylwia, 'Removed by', 'Still on the list')),
  ];
  expect(left).toBeGreaterThan(100);
  expect(automaton + hand + list).toBe(left);
  expect(await sumOf(sylwia, 'Removed by', ['Called back', 'Got through', 'SMS sent', 'Too long on the list'])).toBe(automaton);
  const everything = await tableOf(sylwia, 'Removed by').locator('tbody').getByRole('cell').allTextContents();
  const all = everything.filter((_, index) => index % 2 === 0).reduce((sum, count) => sum + Number(count.replace(/\D/g, '')), 0);
  // Whoever removed rows by hand is what is left of it.
  expect(all - 2 * automaton - hand - list).toBe(hand);
  await expect(sylwia.getByText(`Both charts count the same ${left} missed calls`)).toBeVisible();
});

test('[S2.26] [S2.28] a row that somebody hid is still counted, and its slice leads to just those rows', async ({
  sylwia,
  marta,
  pbx,
}) => {
  await sitDown(sylwia, '/statistics?period=7d');
  const missed = sylwia.getByText(/Both charts count the same/);
  const before = Number(/\d+/.exec((await missed.textContent()) ?? '')?.[0]);

  const number = uniqueNumber();
  await pbx.giveUp(await pbx.ring({ from: number, line: LINES.newCustomers, extensions: [EXTENSIONS.oskar] }));
  await sitDown(marta, `/calls/missed?text=${encodeURIComponent(number)}`);
  await marta.getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(marta.getByText('Taken off the list')).toBeVisible();

  await sylwia.reload();
  await expect.poll(async () => Number(/\d+/.exec((await missed.textContent()) ?? '')?.[0])).toBeGreaterThan(before);
  const byMarta = await counted(rowOf(sylwia, 'Removed by', 'Marta Manager'));
  await rowOf(sylwia, 'Removed by', 'Marta Manager').getByRole('link').click();
  await expect(sylwia.getByRole('combobox', { name: 'Removed by' })).toHaveValue(/.{36}/);
  await expect(sylwia.getByRole('combobox', { name: 'Period' })).toHaveValue('7d');
  await expect(sylwia.getByRole('row', { name: shownNumber(number) })).toContainText('Removed by Marta Manager');
  expect(await listedRows(sylwia)).toBe(byMarta);
});

test('[S2.28] every slice of the ring leads to as many rows as it says, and a filter is taken away with one press', async ({
  sylwia,
}) => {
  await sitDown(sylwia, MONTH);
  const slice = figure(sylwia, 'Last status').getByRole('link', { name: /^Called back, not reached: / });
  const count = Number(/: (\d+)/.exec((await slice.getAttribute('aria-label')) ?? '')?.[1]);
  await slice.focus();
  await sylwia.keyboard.press('Enter');

  await expect(sylwia.getByRole('combobox', { name: 'Last status' })).toHaveValue('not_reached');
  await expect(sylwia.getByRole('combobox', { name: 'View' })).toHaveValue('all');
  expect(await listedRows(sylwia)).toBe(count);

  await sylwia.getByRole('link', { name: 'Without this filter: Not reached' }).click();
  await expect(sylwia.getByRole('combobox', { name: 'Last status' })).toHaveValue('');
  await expect(sylwia).toHaveURL(/period=30d/);
  await sylwia.getByRole('link', { name: 'Clear filters' }).click();
  await expect(sylwia).toHaveURL(/\/calls\/missed$/);
});

test('[S2.28] asked for what was removed, the list shows the hidden ones too', async ({ sylwia }) => {
  await sitDown(sylwia, '/calls/missed');
  await sylwia.getByRole('combobox', { name: 'Removed by' }).selectOption('Removed automatically');
  await expect(sylwia.getByRole('combobox', { name: 'View' })).toHaveValue('all');
  await expect(sylwia.getByRole('button', { name: 'Restore' }).first()).toBeVisible();
});

test('[S2.24] [S2.27a] the file has the same numbers', async ({ sylwia }) => {
  await sitDown(sylwia, MONTH);
  const [download] = await Promise.all([
    sylwia.waitForEvent('download'),
    sylwia.getByRole('link', { name: 'Download CSV: Last status' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^missed-calls-last-status-\d{4}-\d\d-\d\d-\d{4}-\d\d-\d\d\.csv$/);
  const lines = (await readFile(await download.path(), 'utf8')).trim().split('\r\n');
  expect(lines[0]).toBe('Last status,Missed calls,Permanently deleted');
  for (const name of ['Called back, reached', 'SMS sent', 'No attempt']) {
    const line = lines.find((each) => each.replaceAll('"', '').startsWith(`${name},`));
    expect(line?.split(',').at(-2)).toBe(String(await counted(rowOf(sylwia, 'Last status', name))));
  }
});

test('[S2.24] an own period begins as what was shown; one that ends before it begins says so, one with nobody in it too', async ({
  sylwia,
}) => {
  await sitDown(sylwia, '/statistics?period=7d');
  await sylwia.getByRole('navigation', { name: 'Period' }).getByRole('link', { name: 'Custom' }).click();
  await expect(sylwia.getByLabel('From')).not.toHaveValue('');
  await expect(tableOf(sylwia, 'Last status')).toBeVisible();

  await sylwia.getByLabel('To', { exact: true }).fill('2020-01-01');
  await expect(sylwia.getByRole('alert').filter({ hasText: 'The period ends before it begins' })).toBeVisible();
  await sylwia.getByLabel('From').fill('2020-01-01');
  await expect(sylwia.getByText('Nobody was missed in this period')).toBeVisible();
  await expect(sylwia).toHaveURL(/from=2020-01-01&to=2020-01-01/);
});

test('[S2.24] the statistics and the filters of the list can be read by anybody, wide and narrow', async ({ sylwia }) => {
  await sitDown(sylwia, MONTH);
  await expect(figure(sylwia, 'Removed by').getByRole('link').first()).toBeVisible();
  await expectAccessible(sylwia, tableOf(sylwia, 'Removed by'));

  await sylwia.setViewportSize(NARROW);
  await sylwia.goto('/calls/missed?view=all&period=30d&status=reached');
  await expect(sylwia.getByRole('combobox', { name: 'Last status' })).toBeHidden();
  await sylwia.getByRole('button', { name: 'More filters, 1 set' }).click();
  await expect(sylwia.getByRole('combobox', { name: 'Last status' })).toHaveValue('reached');
  await expectAccessible(sylwia);
});
