import type { Browser, Page } from '@playwright/test';
import { hashPassword } from '../lib/auth/password.ts';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { DEMO_SOURCE } from '../lib/demo-credentials.ts';
import { uniqueExtension } from '../prisma/factories/numbers.ts';
import { createPbxAccount } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { incomingCall, phoneStatus } from './desk.ts';
import { expect, test } from './fixtures.ts';
import { fillSignIn, signIn } from './sign-in.ts';

const NAME = 'Trial Person';
const PASSWORD = 'a trial of passwords';
const PBX_PASSWORD = 'kept-from-everybody-7c1f';

// Other stories look people up by their names and extensions.
test.afterEach(({ db }) => removeTrials(db));

async function removeTrials(db: PrismaClient): Promise<void> {
  const trial = { user: { name: { startsWith: NAME } } };
  await db.pbxAccount.deleteMany({ where: trial });
  await db.user.updateMany({ where: trial.user, data: { disabledAt: new Date(), name: 'Former person' } });
}

async function person(db: PrismaClient, overrides: { name?: string } = {}) {
  return createUser(db, { name: `${NAME} ${Date.now()}`, passwordHash: await hashPassword(PASSWORD), ...overrides });
}

async function openPhone(admin: Page, userId: string): Promise<void> {
  await admin.goto(`/admin/users/${userId}`);
  await admin.getByRole('tab', { name: 'Additional information' }).click();
  await expect(admin.getByRole('combobox', { name: 'PBX connection' })).toHaveValue(DEMO_SOURCE);
}

async function fillAccount(admin: Page, { login, password, extension }: { login: string; password?: string; extension: string }) {
  await admin.getByRole('textbox', { name: 'PBX login' }).fill(login);
  await admin.getByRole('textbox', { name: 'Extension' }).fill(extension);
  if (password) await admin.getByRole('textbox', { name: 'PBX password' }).fill(password);
  await admin.getByRole('button', { name: 'Save' }).click();
}

test('[S0.1] [S0.2] an operator without a login is not connected, and is, at the open desk, once an admin enters one', async ({
  admin,
  visitor,
  db,
  pbx,
}) => {
  const { id, email } = await person(db);
  const extension = uniqueExtension();
  await signIn(visitor, email, PASSWORD);
  await visitor.goto('/deliveries');
  await expect(phoneStatus(visitor)).toContainText('Not connected');
  const dock = visitor.getByRole('complementary', { name: 'Phone' });
  await expect(dock).toContainText('You have no phone account');

  await openPhone(admin, id);
  await fillAccount(admin, { login: 'trial', extension });
  await expect(dock).toContainText('Your phone has no login yet: ask an admin');
  await expect(phoneStatus(visitor)).toContainText('Not connected');

  await admin.getByRole('textbox', { name: 'PBX password' }).fill(PBX_PASSWORD);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(phoneStatus(visitor)).toHaveText('Connected');
  await expect(dock).toContainText(`Extension ${extension}`);

  await pbx.ring({ from: '+48600199951', line: '+48221000001', extensions: [extension] });
  await expect(incomingCall(visitor)).toBeVisible();

  await admin.getByRole('button', { name: 'Remove account' }).click();
  await admin.getByRole('dialog').getByRole('button', { name: 'Remove account' }).click();
  await expect(phoneStatus(visitor)).toContainText('Not connected');
});

test('[S0.3b] [R34] a PBX password is written and never read: in no field, page, payload or list, not in the audit', async ({
  admin,
  db,
}) => {
  const { id, name } = await person(db);
  const extension = uniqueExtension();
  const bodies: Promise<string>[] = [];
  admin.on('response', (response) => bodies.push(response.text().catch(() => '')));

  await openPhone(admin, id);
  const field = admin.getByRole('textbox', { name: 'PBX password' });
  await expect(field).toHaveAccessibleDescription(/No password yet/);
  await fillAccount(admin, { login: 'trial', password: PBX_PASSWORD, extension });
  await expect(field).toHaveAccessibleDescription(/A password is set/);
  await expect(field).toHaveValue('');

  const stored = await db.pbxAccount.findFirstOrThrow({ where: { userId: id } });
  expect(stored.sealedPassword).not.toContain(PBX_PASSWORD);

  // Another field is changed, the password stays as it is.
  await admin.getByRole('textbox', { name: 'PBX login' }).fill('trial2');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => db.pbxAccount.findFirst({ where: { userId: id } }))
    .toMatchObject({
      login: 'trial2',
      sealedPassword: stored.sealedPassword,
    });

  await admin.goto(`/admin/users/${id}?tab=phone`);
  await expect(admin.getByRole('textbox', { name: 'PBX login' })).toHaveValue('trial2');
  await admin.goto('/admin/users');
  await expect(admin.getByRole('row', { name: new RegExp(name) })).toContainText(extension);
  const flight = await admin.request.get(`/admin/users/${id}?tab=phone`, { headers: { RSC: '1' } });
  const seen = [...(await Promise.all(bodies)), await flight.text(), await admin.content()].join('\n');
  for (const secret of [PBX_PASSWORD, stored.sealedPassword ?? '']) expect(seen).not.toContain(secret);

  const audit = await db.auditEntry.findMany({ where: { subjectId: id, action: 'user.changed' }, orderBy: { id: 'asc' } });
  expect(audit.map(({ details }) => details)).toMatchObject([{ isPasswordSet: true, login: 'trial' }, { login: 'trial2' }]);
  expect(JSON.stringify(audit.map(({ details }) => details))).not.toContain(PBX_PASSWORD);
});

test('[S2.7a] an extension that is taken is told with whose it is, and what was typed stays', async ({ admin, db }) => {
  const { id } = await person(db);
  await openPhone(admin, id);
  await fillAccount(admin, { login: 'trial', password: PBX_PASSWORD, extension: '102' });
  await expect(admin.getByText('Extension 102 is Oskar Operator’s at this PBX.')).toBeVisible();
  await expect(admin.getByRole('textbox', { name: 'Extension' })).toBeFocused();
  await expect(admin.getByRole('textbox', { name: 'PBX password' })).toHaveValue(PBX_PASSWORD);

  const extension = uniqueExtension();
  await admin.getByRole('textbox', { name: 'Extension' }).fill(extension);
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect.poll(() => db.pbxAccount.findFirst({ where: { userId: id } })).toMatchObject({ extension, login: 'trial' });
});

test('[S2.9] who calls with another application is connected without any login', async ({ admin, visitor, db }) => {
  const { id, email } = await person(db);
  const connection = await db.pbxConnection.findUniqueOrThrow({ where: { slug: DEMO_SOURCE } });
  await createPbxAccount(db, { userId: id, connectionId: connection.id, login: '', sealedPassword: null });
  await signIn(visitor, email, PASSWORD);
  await visitor.goto('/deliveries');
  await expect(phoneStatus(visitor)).toContainText('Not connected');

  await openPhone(admin, id);
  await admin.getByRole('combobox', { name: 'Calls with' }).selectOption('Another application');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(phoneStatus(visitor)).toHaveText('Connected');
});

test('a new user is added, found, and signs in with the password they were given', async ({ admin, browser, db }) => {
  const name = `${NAME} ${Date.now()}`;
  const email = `trial-${Date.now()}@offhook.test`;
  await admin.goto('/admin/users');
  await admin.getByRole('link', { name: 'New user' }).click();
  await admin.getByRole('textbox', { name: 'Name' }).fill(name);
  await admin.getByRole('textbox', { name: 'Email' }).fill('olga@offhook.test');
  await admin.getByLabel('Password').fill('short');
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByText('At least 10 characters.', { exact: true })).toBeVisible();

  await admin.getByLabel('Password').fill(PASSWORD);
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByText('Another user signs in with this email.')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Email' }).fill(email);
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByRole('tab', { name: 'Additional information' })).toHaveAttribute('aria-selected', 'true');
  await expect(admin.getByRole('heading', { name, level: 1 })).toBeVisible();

  await admin.goto('/admin/users');
  await admin.getByRole('searchbox', { name: 'Search users' }).fill(email);
  await expect(admin.getByRole('table', { name: 'Users' }).getByRole('row')).toHaveCount(2);
  await withDesk(browser, email, async (page) => sitDownAt(page, name));
  expect(await db.user.findUnique({ where: { email } })).toMatchObject({ role: 'operator', isDemo: false });
});

test('[R36] who is disabled is signed out at once, and signs in again once enabled', async ({ admin, visitor, db }) => {
  const { id, email, name } = await person(db);
  await signIn(visitor, email, PASSWORD);
  await visitor.goto('/deliveries');
  await expect(phoneStatus(visitor)).toContainText('Not connected');

  await admin.goto(`/admin/users/${id}`);
  await admin.getByRole('button', { name: 'Disable' }).click();
  await admin
    .getByRole('dialog', { name: `Disable ${name}?` })
    .getByRole('button', { name: 'Disable' })
    .click();
  await expect(visitor).toHaveURL(/sign-in/);
  expect(await db.auditEntry.count({ where: { subjectId: id, action: 'user.disabled' } })).toBe(1);

  await admin.getByRole('button', { name: 'Enable' }).click();
  await expect(admin.getByRole('button', { name: 'Disable' })).toBeVisible();
  await fillSignIn(visitor, email, PASSWORD);
  await expect(visitor).not.toHaveURL(/sign-in/);
});

test('the tabs are walked with the keyboard, and a link opens the one it names', async ({ admin, db }) => {
  const { id } = await person(db);
  await admin.goto(`/admin/users/${id}`);
  await admin.getByRole('tab', { name: 'Profile' }).focus();
  await admin.keyboard.press('ArrowRight');
  await expect(admin.getByRole('tab', { name: 'Additional information' })).toBeFocused();
  await expect(admin.getByRole('tabpanel', { name: 'Additional information' })).toBeVisible();
  await expect(admin).toHaveURL(/tab=phone/);

  await admin.reload();
  await expect(admin.getByRole('textbox', { name: 'PBX login' })).toBeVisible();
});

test('an admin can neither disable themselves nor give up their role', async ({ admin, db }) => {
  const { id } = await db.user.findUniqueOrThrow({ where: { email: 'admin@offhook.test' } });
  await admin.goto(`/admin/users/${id}`);
  await expect(admin.getByRole('button', { name: 'Disable' })).toHaveAccessibleDescription('You cannot disable yourself');
  await admin.getByRole('combobox', { name: 'Role' }).selectOption('Operator');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('You cannot change your own role: ask another admin.')).toBeVisible();
});

test.describe('[R34] users are for admins', () => {
  test.use({ expectedComplaints: [/404/] });

  test('no page of theirs is there for an operator', async ({ olga, db }) => {
    const { id } = await person(db);
    for (const path of ['/admin/users', '/admin/users/new', `/admin/users/${id}`, `/admin/users/${id}?tab=phone`]) {
      expect((await olga.goto(path))?.status()).toBe(404);
    }
  });
});

async function withDesk(browser: Browser, email: string, work: (page: Page) => Promise<void>): Promise<void> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await signIn(page, email, PASSWORD);
  await work(page);
  await context.close();
}

async function sitDownAt(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Your profile' }).click();
  await expect(page.getByRole('banner').getByText(name, { exact: true })).toBeVisible();
}
