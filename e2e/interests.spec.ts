import { randomUUID } from 'node:crypto';
import type { Locator, Page } from '@playwright/test';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { createInterest } from '../prisma/factories/interests.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { CALLERS } from '../scripts/call/demo-world.ts';
import { expectAccessible, NARROW } from './accessible.ts';
import { watchRequests } from './at-rest.ts';
import { currentCall, phoneStatus, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const HOUR_MS = 3_600_000;

const martaId = async (db: PrismaClient) => (await db.user.findUniqueOrThrow({ where: { email: 'manager@offhook.test' } })).id;
const table = (page: Page) => page.getByRole('table', { name: 'Interests' });
const rowOf = (page: Page, subject: string) => table(page).getByRole('row', { name: subject });
const column = (page: Page, stage: string) => page.getByRole('region', { name: new RegExp(`^${stage}, \\d+ interest`) });
const cardIn = (page: Page, stage: string, subject: string) =>
  column(page, stage).getByRole('listitem').filter({ hasText: subject });
const handle = (card: Locator) => card.getByRole('button', { name: /^Move #/ });

/** A subject that nobody else has, and the board with nothing but it. */
async function boardOf(db: PrismaClient, page: Page, subject: string) {
  const interest = await createInterest(db, { subject });
  await openBoard(page, subject);
  return interest;
}

/** At rest: nothing tells of a drag that nobody listened to, and a page that has just connected reads itself anew. */
async function openBoard(page: Page, subject: string): Promise<void> {
  const isAtRest = watchRequests(page);
  await page.goto(`/interests?view=board&text=${encodeURIComponent(subject)}`);
  // An admin has no phone: the page knows so once it is connected.
  await expect(phoneStatus(page)).not.toHaveText('Connecting');
  await expect(cardIn(page, 'New', subject)).toBeVisible();
  await isAtRest();
}

const stageOf = async (db: PrismaClient, id: string) =>
  (await db.interest.findUniqueOrThrow({ where: { id }, select: { stage: { select: { standard: true } } } })).stage.standard;

test('[S3.17] a manager finds an interest by the words of it and of its customer, and calls with one click', async ({
  marta,
}) => {
  await sitDown(marta);
  await marta.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Interests' }).click();
  await marta.getByRole('searchbox', { name: 'Search interests' }).fill('lis christmas');
  await expect(marta).toHaveURL(/text=lis\+christmas/);
  const row = rowOf(marta, 'Christmas dinner for 60 people');
  await expect(row).toContainText('Lis Logistics');
  await expect(row).toContainText('Marta Manager');
  await expect(table(marta).getByRole('row')).toHaveCount(2);

  await row.getByRole('button', { name: 'Call', exact: true }).click();
  await expect(currentCall(marta)).toContainText('Lis Logistics');
});

test('[S3.17] the filters stand in the address and can be kept under a name', async ({ marta, db }) => {
  const subject = `Filtered ${uniqueNumber()}`;
  const marta_ = await martaId(db);
  const { id } = await createInterest(db, { subject, responsibleId: marta_, stage: 'in_work' });
  const task = { id: randomUUID(), interestId: id, title: 'Send the offer', dueAt: new Date(Date.now() - 26 * HOUR_MS) };
  await db.interestTask.create({ data: task });
  await marta.goto('/interests');
  await marta.getByRole('combobox', { name: 'Responsible' }).selectOption({ label: 'Me' });
  await marta.getByRole('combobox', { name: 'Stage' }).selectOption({ label: 'In work' });
  await marta.getByRole('combobox', { name: 'Order' }).selectOption({ label: 'Due first' });
  await marta.getByRole('searchbox', { name: 'Search interests' }).fill(subject);
  await expect(rowOf(marta, subject)).toContainText('Overdue 1 day');

  await marta.getByRole('button', { name: 'Save filter' }).click();
  const dialog = marta.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name' }).fill(subject);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await marta.goto('/interests');
  await marta.getByRole('navigation', { name: 'Saved filters' }).getByRole('link', { name: subject }).click();
  await expect(rowOf(marta, subject)).toBeVisible();
  await expect(marta.getByRole('combobox', { name: 'Order' })).toHaveValue('due');
});

test('[S3.17] a card is dragged to won, and taken back', async ({ marta, db }) => {
  const subject = `Dragged ${uniqueNumber()}`;
  const { id } = await boardOf(db, marta, subject);

  await cardIn(marta, 'New', subject).dragTo(column(marta, 'Won'));
  await expect(cardIn(marta, 'Won', subject)).toBeVisible();
  await expect.poll(() => stageOf(db, id)).toBe('won');

  await marta.getByRole('button', { name: 'Undo' }).click();
  await expect(cardIn(marta, 'New', subject)).toBeVisible();
  await expect.poll(() => stageOf(db, id)).toBe('new');
});

test.describe('while the server is out of reach', () => {
  test.use({ expectedComplaints: [/ERR_INTERNET_DISCONNECTED/] });

  test('a card that is moved goes back, which is said, and the page stays', async ({ marta, db }) => {
    const subject = `Out of reach ${uniqueNumber()}`;
    const { id } = await boardOf(db, marta, subject);
    await marta.context().setOffline(true);
    await cardIn(marta, 'New', subject).dragTo(column(marta, 'Won'));
    await expect(marta.getByText('It could not be moved: the server did not answer. Try again.').first()).toBeVisible();
    await expect(cardIn(marta, 'New', subject)).toBeVisible();

    await marta.context().setOffline(false);
    await cardIn(marta, 'New', subject).dragTo(column(marta, 'Won'));
    await expect.poll(() => stageOf(db, id)).toBe('won');
  });
});

test('[S3.17] a card is moved by keys, which is told aloud; losing it needs a reason', async ({ marta, db }) => {
  const subject = `By keys ${uniqueNumber()}`;
  const { id } = await boardOf(db, marta, subject);
  const board = marta.getByRole('region', { name: 'Interests by stage' });

  await handle(cardIn(marta, 'New', subject)).focus();
  await marta.keyboard.press('ArrowRight');
  await expect(handle(cardIn(marta, 'In work', subject))).toBeFocused();
  await expect(board.getByRole('status').filter({ hasText: 'is in “In work”' })).toHaveCount(1);
  await marta.keyboard.press('ArrowLeft');
  await expect(handle(cardIn(marta, 'New', subject))).toBeFocused();

  await marta.keyboard.press('Enter');
  await marta.getByRole('menuitemradio', { name: 'Move to “Lost”' }).click();
  const dialog = marta.getByRole('dialog', { name: /Why is #\d+ lost/ });
  await dialog.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(dialog).toContainText('Say why it is lost');
  await dialog.getByRole('button', { name: 'Went to a competitor' }).click();
  await dialog.getByRole('button', { name: 'Mark as lost' }).click();
  await expect(cardIn(marta, 'Lost', subject)).toContainText('Lost: Went to a competitor');
  expect(await db.interest.findUnique({ where: { id } })).toMatchObject({ lostReason: 'Went to a competitor' });
});

test('[R9] what a colleague moved first stays where they put it, and who it was is said', async ({ marta, admin, db }) => {
  const subject = `Raced ${uniqueNumber()}`;
  const { id } = await boardOf(db, marta, subject);
  // Busy with the board: what changes is offered, not moved under the hand.
  await handle(cardIn(marta, 'New', subject)).focus();
  await openBoard(admin, subject);
  await cardIn(admin, 'New', subject).dragTo(column(admin, 'Won'));
  await expect.poll(() => stageOf(db, id)).toBe('won');
  await expect(marta.getByRole('button', { name: '1 new change' })).toBeVisible();

  await marta.keyboard.press('ArrowRight');
  await expect(marta.getByText('Ada Admin has just moved it to “Won”. It stays there.').first()).toBeVisible();
  await expect(cardIn(marta, 'Won', subject)).toBeVisible();
  expect(await db.interaction.count({ where: { interestId: id } })).toBe(1);
});

test('[S3.17] my sales: what is overdue is ticked off in place, and taken back', async ({ marta, db }) => {
  const title = `Call back ${uniqueNumber()}`;
  const responsibleId = await martaId(db);
  const { id: interestId } = await createInterest(db, { subject: 'Ticked', responsibleId });
  const dueAt = new Date(Date.now() - 3 * HOUR_MS);
  const { id } = await db.interestTask.create({
    data: { id: randomUUID(), interestId, title, dueAt, assigneeId: responsibleId },
  });
  const doneAt = async () => (await db.interestTask.findUniqueOrThrow({ where: { id } })).doneAt;

  await marta.goto('/interests?view=mine');
  const overdue = marta.getByRole('list', { name: /^Overdue/ });
  const task = overdue.getByRole('listitem').filter({ hasText: title });
  const box = task.getByRole('checkbox', { name: `${title}: done` });
  await expect(task).toContainText('Overdue 3 h');
  await box.check();
  await expect(task).not.toContainText('Overdue');
  await expect.poll(doneAt).not.toBeNull();

  await marta.getByRole('button', { name: 'Undo' }).click();
  await expect(box).not.toBeChecked();
  await expect.poll(doneAt).toBeNull();

  await box.check();
  await expect.poll(doneAt).not.toBeNull();
  await marta.reload();
  await expect(marta.getByRole('list', { name: /^Done today/ })).toContainText(title);
});

test('[S3.17] Ctrl K finds an interest by its number', async ({ marta, db }) => {
  const subject = `Found ${uniqueNumber()}`;
  const { id, number } = await createInterest(db, { subject, potentialName: 'Żaneta Szukana' });
  await sitDown(marta);
  await marta.keyboard.press('Control+k');
  const option = marta.getByRole('listbox', { name: 'Found' }).getByRole('option', { name: subject });
  await marta.getByRole('combobox', { name: 'Search', exact: true }).fill('zaneta szukana');
  await expect(option).toBeVisible();
  await marta.getByRole('combobox', { name: 'Search', exact: true }).fill(`#${number}`);
  await option.click();
  await expect(marta).toHaveURL(new RegExp(`/interests/${id}`));
});

test.describe('[R34] an operator', () => {
  test.use({ expectedComplaints: [/404/] });

  test('has no link to the interests, and no page of them', async ({ olga }) => {
    await sitDown(olga);
    await expect(olga.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Interests' })).toHaveCount(0);
    await olga.goto('/interests');
    await expect(olga.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  });
});

test.describe('for everybody', () => {
  test.describe.configure({ timeout: 180_000 });

  test('the list, the board and my sales', async ({ marta }) => {
    await sitDown(marta, '/interests?stage=any');
    await expectAccessible(marta, table(marta));
    await marta.goto('/interests?view=board');
    await expectAccessible(
      marta,
      marta
        .getByRole('region', { name: /^New, \d+ interest/ })
        .getByRole('listitem')
        .first(),
    );
    await marta.goto('/interests?view=mine');
    await expectAccessible(marta, marta.getByText(CALLERS.teresa.name).first());
    await expectAccessible(marta, undefined, [{ colorScheme: 'dark', ...NARROW }]);
  });
});
