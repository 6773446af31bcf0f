import type { Page } from '@playwright/test';
import { createPbxAccount } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { createPbx } from '../scripts/call/webhook-client.ts';
import { expect, test } from './fixtures.ts';

const NAME = 'Trial PBX';
const SECRET = 'manager-secret-5d20';

// Other stories read numbers by the first connection there is.
test.afterEach(async ({ db }) => {
  await db.pbxConnection.deleteMany({ where: { name: { startsWith: NAME } } });
});

const unique = () => ({ name: `${NAME} ${Date.now()}`, slug: `trial-${Date.now()}` });

async function startAdding(admin: Page, { name, slug }: { name: string; slug: string }): Promise<void> {
  await admin.goto('/admin/pbx');
  await admin.getByRole('link', { name: 'New connection' }).click();
  await admin.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await admin.getByRole('textbox', { name: 'Short name' }).fill(slug);
}

/** At a port of this machine that nobody listens at. */
async function addAsterisk(admin: Page, named: { name: string; slug: string }): Promise<string> {
  await startAdding(admin, named);
  await admin.getByRole('textbox', { name: 'Manager host' }).fill('127.0.0.1');
  await admin.getByRole('textbox', { name: 'Port' }).fill('1');
  await admin.getByRole('textbox', { name: 'Manager user' }).fill('offhook');
  await admin.getByRole('textbox', { name: 'Manager secret' }).fill(SECRET);
  await admin.getByRole('textbox', { name: 'Trunks' }).fill('alpha, beta');
  await admin.getByRole('button', { name: 'Add' }).click();
  await expect(admin.getByRole('heading', { name: named.name, level: 1 })).toBeVisible();
  return admin.url().split('/').at(-1) ?? '';
}

test('[R34] an Asterisk is added and changed, and its secret is written and never read', async ({ admin, db }) => {
  const bodies: Promise<string>[] = [];
  admin.on('response', (response) => bodies.push(response.text().catch(() => '')));
  const named = unique();
  const id = await addAsterisk(admin, named);
  const stored = await db.asteriskServer.findUniqueOrThrow({ where: { connectionId: id } });
  expect(stored).toMatchObject({ amiHost: '127.0.0.1', amiPort: 1, trunks: ['alpha', 'beta'], version: 1 });

  const secret = admin.getByRole('textbox', { name: 'Manager secret' });
  await expect(secret).toHaveValue('');
  await expect(secret).toHaveAccessibleDescription(/A secret is set/);
  await admin.getByRole('textbox', { name: 'Context to dial' }).fill('from-operators');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => db.asteriskServer.findUnique({ where: { connectionId: id } }))
    .toMatchObject({
      dialContext: 'from-operators',
      sealedAmiSecret: stored.sealedAmiSecret,
      version: 2,
    });

  await admin.goto('/admin/pbx');
  await expect(admin.getByRole('table', { name: 'PBX connections' }).getByRole('row', { name: named.name })).toContainText(
    '127.0.0.1:1',
  );
  const flight = await admin.request.get(`/admin/pbx/${id}`, { headers: { RSC: '1' } });
  const seen = [...(await Promise.all(bodies)), await flight.text()].join('\n');
  for (const hidden of [SECRET, stored.sealedAmiSecret]) expect(seen).not.toContain(hidden);

  const audit = await db.auditEntry.findMany({ where: { subjectId: id, action: 'pbx.changed' }, orderBy: { id: 'asc' } });
  expect(audit.map(({ details }) => details)).toEqual([
    { added: named.slug, kind: 'asterisk' },
    { dialContext: 'from-operators' },
  ]);
});

test('[R34] the stored secret is not sent to another address: it is asked for again', async ({ admin }) => {
  await addAsterisk(admin, unique());
  await admin.getByRole('textbox', { name: 'Manager host' }).fill('elsewhere.example.com');
  for (const name of ['Test connection', 'Save']) {
    await admin.getByRole('button', { name }).click();
    await expect(admin.getByText('Another address needs the secret typed again')).toBeVisible();
    await admin.getByRole('textbox', { name: 'Manager secret' }).fill('x');
    await admin.getByRole('textbox', { name: 'Manager secret' }).fill('');
    await expect(admin.getByText('Another address needs the secret typed again')).toBeHidden();
  }
});

test('a connection that does not work is told in words, before it is saved too', async ({ admin }) => {
  await startAdding(admin, unique());
  const test = admin.getByRole('region', { name: 'Connection test' });
  await test.getByRole('button', { name: 'Test connection' }).click();
  await expect(admin.getByText('This is not a host, such as pbx.example.com')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Manager host' }).fill('127.0.0.1');
  await admin.getByRole('textbox', { name: 'Port' }).fill('1');
  await admin.getByRole('textbox', { name: 'Manager user' }).fill('offhook');
  await test.getByRole('button', { name: 'Test connection' }).click();
  await expect(admin.getByText('Name the trunk that leads outside')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Trunks' }).fill('alpha');
  await test.getByRole('button', { name: 'Test connection' }).click();
  await expect(admin.getByText('The manager interface asks for a secret.')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Manager secret' }).fill(SECRET);
  await test.getByRole('button', { name: 'Test connection' }).click();
  await expect(test.getByRole('status')).toContainText('Nothing listens at this address and port.');
});

test('what a colleague changed meanwhile is not undone', async ({ admin, db }) => {
  const id = await addAsterisk(admin, unique());
  await db.asteriskServer.update({ where: { connectionId: id }, data: { resumeContext: 'theirs', version: { increment: 1 } } });
  await admin.getByRole('textbox', { name: 'Context to dial' }).fill('mine');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('It was changed meanwhile: look at it again.')).toBeVisible();
  expect(await db.asteriskServer.findUnique({ where: { connectionId: id } })).toMatchObject({ resumeContext: 'theirs' });
});

test('what is typed wrong is said at its field, all at once', async ({ admin }) => {
  await addAsterisk(admin, unique());
  await admin.getByRole('textbox', { name: 'Operator endpoints' }).fill('(');
  await admin.getByRole('textbox', { name: 'SIP address' }).fill('https://pbx.example.com');
  await admin.getByRole('textbox', { name: 'STUN server' }).fill('stun.example.com');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('This is not a regular expression.')).toBeVisible();
  await expect(admin.getByRole('textbox', { name: 'Operator endpoints' })).toBeFocused();
  await expect(admin.getByText('This is not a websocket address')).toBeVisible();
  await expect(admin.getByText('This is not a STUN address')).toBeVisible();

  await admin.getByRole('textbox', { name: 'Operator endpoints' }).fill('^(alpha|1\\d\\d)$');
  await admin.getByRole('textbox', { name: 'SIP address' }).fill('wss://pbx.example.com/ws');
  await admin.getByRole('textbox', { name: 'STUN server' }).fill('');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('One of these would also count as an operator')).toBeVisible();
  await expect(admin.getByText('A phone in the browser needs a domain')).toBeVisible();
});

test('a webhook gets its secret once, is posted to with it, and says what came', async ({ admin, db, baseURL }) => {
  const named = unique();
  await startAdding(admin, named);
  await admin.getByRole('combobox', { name: 'Kind' }).selectOption('Webhook');
  await admin.getByRole('button', { name: 'Add' }).click();
  const secret = await admin.getByRole('textbox', { name: 'New secret' }).inputValue();
  await admin.getByRole('button', { name: 'I have it' }).click();
  await expect(admin.getByRole('heading', { name: named.name, level: 1 })).toBeVisible();

  const { id } = await db.pbxConnection.findUniqueOrThrow({ where: { slug: named.slug } });
  const user = await createUser(db, { name: `${NAME} person` });
  await createPbxAccount(db, { userId: user.id, connectionId: id, extension: '101' });
  const pbx = createPbx({ url: baseURL ?? '', source: named.slug, secret });
  await pbx.register('101');

  await admin.getByRole('tab', { name: 'Webhook' }).click();
  await expect(admin.getByRole('textbox', { name: 'Events address' })).toHaveValue(`${baseURL}/api/pbx/${named.slug}/events`);
  await expect(admin.getByRole('list', { name: 'Last posts' })).toContainText('1 new event');
  await admin.getByRole('tab', { name: 'Accounts' }).click();
  await expect(admin.getByRole('table', { name: 'Accounts' }).getByRole('row', { name: user.name })).toContainText('Registered');

  await admin.getByRole('tab', { name: 'Webhook' }).click();
  await admin.getByRole('button', { name: 'Make a new secret' }).click();
  await expect(admin.getByRole('textbox', { name: 'New secret' })).not.toHaveValue(secret);
  await admin.getByRole('button', { name: 'I have it' }).click();
  await expect(admin.getByRole('button', { name: 'Make a new secret' })).toHaveAccessibleDescription(/still valid/);
});

test('an extension that is not called like the operators of its Asterisk is told so', async ({ admin, db }) => {
  const named = unique();
  const id = await addAsterisk(admin, named);
  await db.asteriskServer.update({ where: { connectionId: id }, data: { extensionPattern: '^1\\d\\d$' } });
  const user = await createUser(db, { name: `${NAME} person` });

  await admin.goto(`/admin/users/${user.id}?tab=phone`);
  await admin.getByRole('combobox', { name: 'PBX connection' }).selectOption(named.name);
  await admin.getByRole('textbox', { name: 'PBX login' }).fill('250');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect(admin.getByText('This PBX calls its operators ^1\\d\\d$: the extension has to fit that.')).toBeVisible();

  await admin.getByRole('textbox', { name: 'PBX login' }).fill('150');
  await admin.getByRole('button', { name: 'Save' }).click();
  await expect
    .poll(() => db.pbxAccount.findFirst({ where: { userId: user.id } }))
    .toMatchObject({ connectionId: id, extension: '150' });
});

test('the link to a PBX is told as it changes, with what is wrong', async ({ admin }) => {
  await addAsterisk(admin, unique());
  const link = admin.getByRole('status', { name: 'Link' });
  await expect(link).toContainText(/Not tried yet|Not connected/);

  // The bridge takes the new connection up by itself, and the page follows without being loaded again.
  await expect(link).toContainText('Nothing listens at this address and port.', { timeout: 30_000 });
});

test.describe('[R34] PBX connections are for admins', () => {
  test.use({ expectedComplaints: [/404/] });

  test('no page of theirs is there for an operator', async ({ olga, db }) => {
    const { id } = await db.pbxConnection.findFirstOrThrow({ where: { kind: 'practice' } });
    for (const path of ['/admin/pbx', '/admin/pbx/new', `/admin/pbx/${id}`]) {
      expect((await olga.goto(path))?.status()).toBe(404);
    }
  });
});
