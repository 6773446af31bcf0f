import { createInterest } from '../prisma/factories/interests.ts';
import { uniqueNumber } from '../prisma/factories/numbers.ts';
import { expectAccessible } from './accessible.ts';
import { sitDown } from './desk.ts';
import { expect, test } from './fixtures.ts';

test.describe.configure({ timeout: 150_000 });

test('[S3.17] an admin adds a stage, names and orders it, and archives it with an interest in it', async ({
  admin,
  marta,
  db,
}) => {
  const unique = uniqueNumber().slice(1);
  const [first, name, subject] = [`Offer ${unique}`, `Offer sent ${unique}`, `Staged ${unique}`];
  await sitDownAdmin();
  await admin.getByRole('button', { name: 'Add stage' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the stage' }).fill('  ');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toContainText('Give it a name');
  await dialog.getByRole('textbox', { name: 'Name of the stage' }).fill(first);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(dialog).toBeHidden();

  await admin.getByRole('button', { name: `Rename ${first}` }).click();
  await dialog.getByRole('textbox', { name: 'Name of the stage' }).fill(name);
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(stages().getByRole('row', { name })).toContainText('Active');

  await admin.getByRole('button', { name: `Move ${name} up` }).click();
  await expect(admin.getByRole('status').filter({ hasText: `${name} is now number` })).toHaveCount(1);
  await expectAccessible(admin, stages());

  const { id: stageId } = await db.interestStage.findFirstOrThrow({ where: { name } });
  await createInterest(db, { subject, stageId });
  await admin.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(stages().getByRole('row', { name })).toHaveCount(0);

  await marta.goto(`/interests?view=board&text=${encodeURIComponent(subject)}`);
  const archived = marta.getByRole('region', { name: new RegExp(`^${name}, 1 interest`) });
  await expect(archived).toContainText('Archived');
  await expect(archived).toContainText(subject);
  expect(await db.auditEntry.count({ where: { action: 'interest-settings.changed', subjectId: stageId } })).toBe(3);

  function stages() {
    return admin.getByRole('table', { name: 'Stages' });
  }

  async function sitDownAdmin() {
    await admin.goto('/admin/interests');
    await expect(stages()).toBeVisible();
  }
});

test('[S3.17] what closes an interest stays, whatever it is called', async ({ admin, db }) => {
  await admin.goto('/admin/interests');
  await admin.getByRole('button', { name: 'Rename Won' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the stage' }).fill('Signed');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByRole('button', { name: 'Archive Signed' })).toHaveAttribute('aria-disabled', 'true');

  // The others' stories speak of it by its own name.
  await admin.getByRole('button', { name: 'Rename Signed' }).click();
  await dialog.getByRole('textbox', { name: 'Name of the stage' }).fill('');
  await dialog.getByRole('button', { name: 'Save', exact: true }).click();
  await expect(admin.getByRole('button', { name: 'Rename Won' })).toBeVisible();
  expect(await db.interestStage.findUnique({ where: { standard: 'won' } })).toMatchObject({ name: '', archivedAt: null });
});

test('[S3.9] an admin adds a service type, and archives it with one press to take it back', async ({ admin, marta }) => {
  const name = `Fruit ${uniqueNumber()}`;
  await admin.goto('/admin/interests');
  await admin.getByRole('button', { name: 'Add service type' }).click();
  const dialog = admin.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name of the service type' }).fill(name);
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const row = admin.getByRole('table', { name: 'Service types' }).getByRole('row', { name });
  await expect(row).toBeVisible();
  await marta.goto('/interests');
  await expect(marta.getByRole('combobox', { name: 'Service type' }).getByRole('option', { name })).toHaveCount(1);

  await admin.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(row).toHaveCount(0);
  await admin.getByRole('button', { name: 'Undo' }).click();
  await expect(row).toBeVisible();
  await admin.getByRole('button', { name: `Archive ${name}` }).click();
  await expect(row).toHaveCount(0);
});

test.describe('[R34] a manager', () => {
  test.use({ expectedComplaints: [/404/] });

  test('has no page of these settings', async ({ marta }) => {
    await sitDown(marta);
    await marta.goto('/admin/interests');
    await expect(marta.getByRole('heading', { name: 'Page not found' })).toBeVisible();
  });
});
