import { CALLERS, EXTENSIONS } from '../scripts/call/demo-world.ts';
import { expectAccessible } from './accessible.ts';
import { test } from './fixtures.ts';

// Each screen is looked through three times, which takes a busy machine half a minute.
test.describe.configure({ timeout: 120_000 });

test('the users', async ({ admin }) => {
  await admin.goto('/admin/users');
  await expectAccessible(admin, admin.getByRole('table', { name: 'Users' }));
});

test('a user, with what is wrong at the phone account', async ({ admin, db }) => {
  const oskar = await db.user.findUniqueOrThrow({ where: { email: 'oskar@offhook.test' } });
  await admin.goto(`/admin/users/${oskar.id}`);
  await expectAccessible(admin, admin.getByRole('textbox', { name: 'Email' }));

  await admin.getByRole('tab', { name: 'Additional information' }).click();
  await admin.getByRole('textbox', { name: 'Extension' }).fill(EXTENSIONS.olga);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expectAccessible(admin, admin.getByText(`Extension ${EXTENSIONS.olga} is Olga Operator’s at this PBX.`));

  await admin.getByRole('button', { name: 'Remove account' }).click();
  await expectAccessible(admin, admin.getByRole('dialog'));
});

test('the PBX connections', async ({ admin, db }) => {
  await admin.goto('/admin/pbx');
  await expectAccessible(admin, admin.getByRole('table', { name: 'PBX connections' }));

  const { id } = await db.pbxConnection.findFirstOrThrow({ where: { kind: 'practice' } });
  await admin.goto(`/admin/pbx/${id}?tab=webhook`);
  await expectAccessible(admin, admin.getByRole('heading', { name: 'Last posts' }));
  await admin.getByRole('tab', { name: 'Accounts' }).click();
  await expectAccessible(admin, admin.getByRole('table', { name: 'Accounts' }));
});

test('a new PBX connection, half filled in', async ({ admin }) => {
  await admin.goto('/admin/pbx/new');
  await admin.getByRole('button', { name: 'Test connection' }).click();
  await expectAccessible(admin, admin.getByText('This is not a host'));
});

test('the facts of the caller card', async ({ admin }) => {
  await admin.goto('/admin/calls');
  await expectAccessible(admin, admin.getByRole('heading', { name: 'Caller card' }).first());
});

test('the fields of customers', async ({ admin }) => {
  await admin.goto('/admin/customer-fields');
  await expectAccessible(admin, admin.getByRole('heading', { level: 1 }));
});

test('what is stored about a person', async ({ admin }) => {
  await admin.goto(`/admin/personal-data?number=${encodeURIComponent(CALLERS.helena.number)}`);
  await expectAccessible(admin, admin.getByText(CALLERS.helena.name).first());
});

test('the import of customers', async ({ marta }) => {
  await marta.goto('/customers/import');
  await expectAccessible(marta, marta.getByRole('heading', { name: 'Import customers' }));
});
