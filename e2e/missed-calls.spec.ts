import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import type { Pbx } from '../scripts/call/webhook-client.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { answer, shownNumber, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const table = (page: Page) => page.getByRole('table', { name: 'Missed calls' });
const rowOf = (page: Page, number: string) => table(page).getByRole('row', { name: shownNumber(number) });
const counter = (page: Page) => page.getByRole('banner').getByRole('link', { name: /^Missed calls \d+\+?$/ });
const countAt = async (page: Page) => Number(/\d+/.exec((await counter(page).textContent()) ?? '')?.[0]);

async function olgasSeen(olga: Page, numbers: string[]): Promise<number> {
  const counts = await Promise.all(numbers.map((number) => rowOf(olga, number).count()));
  return counts.reduce((sum, count) => sum + count, 0);
}

/** On the line that Olga and Marta have in common. */
async function missesOn(pbx: Pbx, number: string) {
  const callId = await pbx.ring({ from: number, line: LINES.newCustomers, extensions: [EXTENSIONS.oskar] });
  await pbx.giveUp(callId);
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
  await sitDown(olga, `/calls/missed?text=${encodeURIComponent(number)}`);
  await sitDown(marta, `/calls/missed?text=${encodeURIComponent(number)}`);
  await expect(rowOf(olga, number).getByRole('button', { name: 'Hide', exact: true })).toHaveCount(0);

  await rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true }).click();
  await expect(marta.getByText('Taken off the list')).toBeVisible();
  await expect(table(marta)).toHaveCount(0);
  await expect(table(olga)).toHaveCount(0);

  await olga.getByRole('combobox', { name: 'View' }).selectOption('Hidden');
  await expect(rowOf(olga, number)).toContainText('Removed by Marta Manager');
  await expect(rowOf(olga, number).getByRole('button', { name: 'Restore' })).toHaveCount(0);

  await marta.getByRole('combobox', { name: 'View' }).selectOption('All');
  await rowOf(marta, number).getByRole('button', { name: 'Restore' }).click();
  await expect(rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true })).toBeVisible();
  await olga.getByRole('combobox', { name: 'View' }).selectOption('Visible');

  await rowOf(olga, number).getByRole('button', { name: 'Show history' }).click();
  const history = olga.getByRole('table', { name: 'Handling history' });
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
  await sitDown(marta, `/calls/missed?text=${encodeURIComponent(number)}`);
  const before = await countAt(olga);
  await missesOn(pbx, number);
  await expect.poll(() => countAt(olga)).toBe(before + 1);

  const hide = rowOf(marta, number).getByRole('button', { name: 'Hide', exact: true });
  await hide.focus();
  await marta.keyboard.press('Enter');
  await expect(table(marta)).toHaveCount(0);
  await expect.poll(() => countAt(olga)).toBe(before);
  await expect.poll(() => marta.evaluate(() => document.activeElement !== document.body)).toBe(true);
});

test('[S2.17] a caller who rings again and gets through is off the list by itself', async ({ olga, pbx }) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitDown(olga, `/calls/missed?text=${encodeURIComponent(number)}`);
  await expect(rowOf(olga, number)).toBeVisible();

  await pbx.ring({ from: number, line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] });
  await answer(olga);
  await olga.goto(`/calls/missed?text=${encodeURIComponent(number)}&view=hidden`);
  await expect(rowOf(olga, number)).toContainText('Got through');
});

test('[S2.15] [S2.19] [S2.22] whoever calls back is on the row at once, nobody else can, and who answers is off the list', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  const list = `/calls/missed?text=${encodeURIComponent(number)}`;
  await sitDown(olga, list);
  await sitDown(marta, list);

  await rowOf(olga, number).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(olga, number)).toContainText(/You are (calling|talking with them)/);
  await expect(rowOf(marta, number)).toContainText(/Olga is (calling|talking with them) \(\d:\d\d\)/);
  await expect(rowOf(marta, number).getByRole('button', { name: 'Call back' })).toHaveCount(0);
  await expect(rowOf(marta, number)).toContainText('Olga is talking with them');

  await olga.getByRole('region', { name: 'Current call' }).getByRole('button', { name: 'Hang up' }).click();
  await expect(table(marta)).toHaveCount(0);
  await marta.goto(`${list}&view=hidden`);
  await expect(rowOf(marta, number)).toContainText('Called back');
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(marta.getByRole('table', { name: 'Handling history' }).getByRole('row')).toHaveText([
    /When\s*Who\s*What\s*Result/,
    /Offhook.*Off the list.*Called back/,
    /Olga Operator.*Call.*Talked \d/,
    /Offhook.*Missed.*Waited/,
  ]);
});

test('[S2.19] [S2.25] nobody there: the row stays, says so and why, and the next one may try', async ({ olga, marta, pbx }) => {
  const busy = uniqueNumber().replace(/..$/, '00');
  await missesOn(pbx, busy);
  const list = `/calls/missed?text=${encodeURIComponent(busy)}`;
  await sitDown(marta, list);
  await sitDown(olga, list);
  await rowOf(olga, busy).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(marta, busy)).toContainText('Not reached');
  await expect(rowOf(marta, busy).getByRole('button', { name: 'Call back' })).toBeEnabled();
  await rowOf(marta, busy).getByRole('button', { name: 'Show history' }).click();
  await expect(marta.getByRole('table', { name: 'Handling history' }).getByRole('row', { name: /Olga Operator/ })).toContainText(
    'Busy',
  );
});

test('[S2.14b] a withheld caller cannot be called back, and the button says why', async ({ olga, pbx }) => {
  const callId = await pbx.ring({ from: 'anonymous', line: LINES.newCustomers, extensions: [EXTENSIONS.oskar] });
  await pbx.giveUp(callId);
  await sitDown(olga, '/calls/missed');
  const withheld = table(olga)
    .getByRole('row', { name: /Number withheld/ })
    .first();
  await expect(withheld.getByRole('button', { name: 'Call back' })).toBeDisabled();
});

test('[S2.11] a note and a tag are on the row for everybody, and the note is about the customer too', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  const list = `/calls/missed?text=${encodeURIComponent(number)}`;
  await sitDown(olga, list);
  await sitDown(marta, list);

  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await expect(olga.getByRole('textbox', { name: 'Note' })).toBeFocused();
  await olga.keyboard.type('Asks for a table of twelve');
  await olga.getByRole('button', { name: 'Add note' }).last().click();
  await expect(olga.getByRole('list', { name: 'Notes' })).toContainText('Asks for a table of twelve');
  await expect(rowOf(olga, number)).toContainText('1 note');

  const tag = `Catering ${number.slice(-5)}`;
  await rowOf(olga, number).getByRole('button', { name: 'Add tag' }).click();
  const tags = olga.getByRole('dialog', { name: 'Tags' });
  await tags.getByRole('textbox', { name: 'Tag' }).fill(tag);
  await tags.getByRole('button', { name: 'New tag' }).click();
  await expect(tags.getByRole('checkbox', { name: tag })).toBeChecked();
  await olga.keyboard.press('Escape');
  await expect(rowOf(marta, number)).toContainText(tag);

  await marta.goto('/calls/missed');
  await marta.getByRole('combobox', { name: 'Tags' }).selectOption(tag);
  await expect(table(marta).getByRole('row')).toHaveCount(2);
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(marta.getByRole('list', { name: 'Notes' })).toContainText('Olga Operator');
});

test('[S2.11] [S0.8] what one types about a caller stays, whatever a colleague does and however often they ring', async ({
  olga,
  marta,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  const list = `/calls/missed?text=${encodeURIComponent(number)}`;
  await sitDown(olga, list);
  await sitDown(marta, list);
  await rowOf(olga, number).getByRole('button', { name: 'Add tag' }).click();
  const tag = olga.getByRole('dialog', { name: 'Tags' }).getByRole('textbox', { name: 'Tag' });
  await tag.fill('Half a w');
  await rowOf(marta, number).getByRole('button', { name: 'Call back' }).click();
  await expect(rowOf(marta, number)).toContainText('You are talking with them');
  await expect(tag).toHaveValue('Half a w');
  await olga.keyboard.press('Escape');
  await marta.getByRole('region', { name: 'Current call' }).getByRole('button', { name: 'Hang up' }).click();
  // The list is in use: what has changed is offered.
  await olga.getByRole('button', { name: /new change/ }).click();
  await expect(table(olga)).toHaveCount(0);

  await missesOn(pbx, number);
  await sitDown(olga, list);
  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await olga.getByRole('textbox', { name: 'Note' }).fill('Asks for a tab');
  await missesOn(pbx, number);
  await olga.reload();
  await expect(rowOf(olga, number)).toContainText('×2');
  await rowOf(olga, number).getByRole('button', { name: 'Add note' }).click();
  await expect(olga.getByRole('textbox', { name: 'Note' })).toHaveValue('Asks for a tab');
});

test('a supervisor says who is to deal with a missed call, and that is in its history; an operator may not', async ({
  olga,
  sylwia,
  pbx,
}) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  const list = `/calls/missed?text=${encodeURIComponent(number)}`;
  await sitDown(olga, list);
  await sitDown(sylwia, list);
  await rowOf(sylwia, number).getByRole('button', { name: 'Show history' }).click();
  await sylwia.getByRole('combobox', { name: 'Assigned to' }).selectOption('Marta Manager');
  await expect(rowOf(olga, number)).toContainText('Marta Manager');

  await rowOf(olga, number).getByRole('button', { name: 'Show history' }).click();
  await expect(
    olga.getByRole('table', { name: 'Handling history' }).getByRole('row', { name: /Sylwia Supervisor/ }),
  ).toContainText(/Assigned.*Marta Manager/);
  await expect(olga.getByRole('combobox', { name: 'Assigned to' })).toHaveCount(0);
});

test('a supervisor verifies the ledger; the application could not have changed it', async ({ olga, sylwia, pbx }) => {
  await missesOn(pbx, uniqueNumber());
  await sitDown(sylwia, '/calls/missed');
  await sylwia.getByRole('button', { name: 'Verify' }).click();
  const dialog = sylwia.getByRole('dialog', { name: 'Verify the ledger' });
  await expect(dialog.getByRole('status')).toHaveText('Every ledger is whole.');
  await expect(dialog.getByRole('list', { name: 'Ledgers' })).toContainText(/New customers\s*\d+ events/);
  await expect(dialog).toContainText('lets this application append to the ledger and nothing else');
  await expectAccessible(sylwia);

  await sitDown(olga, '/calls/missed');
  await expect(olga.getByRole('button', { name: 'Verify' })).toHaveCount(0);
});

test('[S2.23] an admin sets how missed calls are dealt with; what cannot be is said at its field', async ({ admin }) => {
  await admin.goto('/admin/calls');
  await admin.getByRole('tab', { name: 'Missed calls' }).click();
  const days = admin.getByRole('textbox', { name: 'Days that a hidden row can be restored' });
  await days.fill('a while');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('A whole number from 1 to 3650, or nothing')).toBeVisible();
  await expect(days).toBeFocused();
  await days.fill('120');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('Saved')).toBeVisible();
  await admin.reload();
  await expect(days).toHaveValue('120');
  await admin.goto('/calls/missed?view=hidden');
  // While it is streamed, a copy waits out of sight.
  const kept = admin.getByText('Hidden rows are deleted for good after 120 days.').filter({ visible: true });
  await expect(kept).toHaveCount(1);
});

test('[S2.11] an admin gives a tag another name, and deletes it', async ({ admin, db }) => {
  const name = `Party ${uniqueNumber().slice(-6)}`;
  await db.tag.create({ data: { id: randomUUID(), name, key: name.toLowerCase() } });
  await admin.goto('/admin/calls?tab=tags');
  await admin.getByRole('button', { name: `Rename ${name}` }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill(`${name} room`);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expectAccessible(admin);
  await admin.getByRole('button', { name: `Delete ${name} room` }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Delete', exact: true }).click();
  await expect(admin.getByText('Tag deleted')).toBeVisible();
  await expect(admin.getByText(`${name} room`)).toHaveCount(0);
});

test('the list and its history can be read by anybody, wide and narrow', async ({ marta, pbx }) => {
  const number = uniqueNumber();
  await missesOn(pbx, number);
  await sitDown(marta, `/calls/missed?view=all&text=${encodeURIComponent(number)}`);
  await rowOf(marta, number).getByRole('button', { name: 'Show history' }).click();
  await expect(marta.getByRole('table', { name: 'Handling history' })).toBeVisible();
  await expectAccessible(marta);
  await marta.setViewportSize(NARROW);
  await expectAccessible(marta);
});
