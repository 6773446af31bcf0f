import { randomUUID } from 'node:crypto';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { expectAccessible } from './accessible.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { missesOn } from './missed-calls.ts';

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
