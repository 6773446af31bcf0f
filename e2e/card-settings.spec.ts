import type { Page } from '@playwright/test';
import { CALLERS, EXTENSIONS, LINES } from '../scripts/call/demo-world.ts';
import { callerCard, incomingCall, sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

const atOlga = { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga] };
const facts = (page: Page) => page.getByRole('list', { name: 'Facts of the caller card' });
const save = (page: Page) => page.getByRole('button', { name: 'Save', exact: true });

test.afterEach(async ({ db }) => {
  await db.organisation.updateMany({ data: { callerCardFacts: [] } });
});

test('[S1.2] what an admin leaves out and moves is what Olga sees at once, on the card that rings', async ({
  admin,
  olga,
  pbx,
}) => {
  await sitDown(olga);
  await pbx.ring({ from: CALLERS.helena.number, ...atOlga });
  const card = callerCard(incomingCall(olga));
  await expect(card).toContainText('Kraków');

  await admin.goto('/admin/calls');
  await facts(admin).getByRole('checkbox', { name: 'City and country' }).uncheck();
  const note = facts(admin).getByRole('listitem').filter({ hasText: 'Note' }).first();
  await note.getByRole('button', { name: 'Move up: Note' }).press('Enter');
  await expect(admin.getByRole('region', { name: 'Preview' })).not.toContainText('Kraków, PL');
  await save(admin).click();

  await expect(card).not.toContainText('Kraków');
  await expect(card).toContainText('Allergic to nuts');
  const text = (await card.textContent()) ?? '';
  expect(text.indexOf('Allergic to nuts')).toBeLessThan(text.indexOf('Helena Wójcik'));
});

test('[S1.2] [S1.6] direction, number and the note of a problem customer cannot be left out', async ({ admin, olga, pbx }) => {
  await admin.goto('/admin/calls');
  await expect(facts(admin).getByRole('checkbox', { name: 'Number', exact: true })).toBeDisabled();
  await expect(facts(admin).getByRole('checkbox', { name: 'Incoming or outgoing' })).toBeDisabled();
  for (const box of await facts(admin).getByRole('checkbox', { disabled: false }).all()) await box.uncheck();
  await save(admin).click();
  await expect(save(admin)).toHaveAttribute('aria-disabled', 'true');

  await sitDown(olga);
  await pbx.ring({ from: CALLERS.leon.number, ...atOlga });
  const card = callerCard(incomingCall(olga));
  await expect(card).toContainText('Refused to pay twice');
  await expect(card).toContainText('INCOMING');
  await expect(card).toContainText('600 100 106');
  await expect(card).not.toContainText('Leon Trudny');
});

test('[S1.2] a fact is dragged to its place, and the standard order is one press away', async ({ admin }) => {
  await admin.goto('/admin/calls');
  const rows = facts(admin).getByRole('listitem');
  await expect(rows.first()).toContainText('Company');

  // Again until the page listens: nothing tells of a drag that nobody heard.
  await expect(async () => {
    await rows.filter({ hasText: 'Photo' }).dragTo(rows.first());
    await expect(rows.first()).toContainText('Photo', { timeout: 1_000 });
  }).toPass();
  await rows.first().getByRole('checkbox').press('Alt+ArrowDown');
  await expect(rows.nth(1)).toContainText('Photo');

  await admin.getByRole('button', { name: 'Back to the standard order' }).click();
  await expect(rows.first()).toContainText('Company');
  await expect(save(admin)).toHaveAttribute('aria-disabled', 'true');
});

test('[S1.2] of two admins the second is told, and can take what the first saved', async ({ admin, db }) => {
  await admin.goto('/admin/calls');
  await facts(admin).getByRole('checkbox', { name: 'Photo' }).uncheck();
  await db.organisation.updateMany({ data: { callerCardFacts: ['direction', 'number', 'name'] } });
  await save(admin).click();

  await expect(admin.getByText('A colleague changed the card meanwhile')).toBeVisible();
  await expect(facts(admin).getByRole('checkbox', { name: 'Photo' })).not.toBeChecked();
  await admin.getByRole('button', { name: 'Show theirs' }).click();
  await expect(facts(admin).getByRole('listitem').first()).toContainText('Incoming or outgoing');
});

test('an operator has no such page', async ({ olga }) => {
  const answer = await olga.request.get('/admin/calls');
  expect(answer.status()).toBe(404);
});
