import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createConnection, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { findSource } from '../intake/source.ts';
import { unseal } from '../pbx/vault.ts';
import { findConnection, listAccounts, listConnections, listDeliveries } from './queries.ts';
import type { AddConnection, Server } from './schema.ts';
import { storeRotatingSecret } from './secret-store.ts';
import { storeAddingConnection, storeChangingConnection } from './store.ts';
import { secretForTest } from './stored-secret.ts';

const at = new Date('2026-11-22T15:00:00Z');
const DAY_MS = 24 * 3_600_000;
const SECRET = 'manager secret words';
let admin: { userId: string; at: Date };

beforeEach(async () => {
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at };
});

const server = (overrides: Partial<Server> = {}): Server => ({
  amiHost: 'pbx.test',
  amiPort: 5038,
  amiTls: false,
  amiUser: 'offhook',
  amiSecret: undefined,
  trunks: ['alpha'],
  extensionPattern: '^1\\d\\d$',
  dialContext: 'offhook-operators',
  resumeContext: 'offhook-resume',
  sipAddress: '',
  sipDomain: '',
  sipRealm: 'asterisk',
  stunUrl: '',
  turnUrl: '',
  turnSecret: undefined,
  ...overrides,
});

const asterisk = (overrides: Partial<Server> = {}): AddConnection => ({
  kind: 'asterisk',
  slug: `pbx-${randomUUID().slice(0, 8)}`,
  name: 'House PBX',
  country: 'PL',
  server: server({ amiSecret: SECRET, ...overrides }),
});

async function added(input: AddConnection): Promise<string> {
  const outcome = await storeAddingConnection(input, admin);
  return outcome.kind === 'added' ? outcome.id : '';
}

const stored = (connectionId: string) => db.asteriskServer.findUniqueOrThrow({ where: { connectionId } });
const auditOf = (subjectId: string) =>
  db.auditEntry.findMany({ where: { subjectId, action: 'pbx.changed' }, orderBy: { id: 'asc' }, select: { details: true } });

describe('an Asterisk', () => {
  test('[R34] its secrets are encrypted, and neither the audit nor any answer carries them', async () => {
    const id = await added(asterisk({ turnUrl: 'turn:t.test', turnSecret: 'turn secret words' }));
    const { sealedAmiSecret, sealedTurnSecret } = await stored(id);
    expect(unseal(sealedAmiSecret)).toBe(SECRET);
    expect(unseal(sealedTurnSecret ?? '')).toBe('turn secret words');

    await storeChangingConnection(
      { connectionId: id, place: {}, server: { version: 1, settings: server({ amiSecret: 'other' }) } },
      admin,
    );
    const told = JSON.stringify([await findConnection(id, at), await listConnections(), await auditOf(id)]);
    for (const secret of [SECRET, 'turn secret words', sealedAmiSecret, sealedTurnSecret]) expect(told).not.toContain(secret);
    expect((await auditOf(id))[1]).toMatchObject({ details: { isAmiSecretChanged: true, turnUrl: '' } });
  });

  test('a secret that was not typed stays; that of a TURN server goes with the server', async () => {
    const id = await added(asterisk({ turnUrl: 'turn:t.test', turnSecret: 't' }));
    const before = await stored(id);
    const change = (version: number, overrides: Partial<Server>) =>
      storeChangingConnection({ connectionId: id, place: {}, server: { version, settings: server(overrides) } }, admin);

    expect(await change(1, { turnUrl: 'turn:u.test' })).toEqual({ kind: 'changed', version: 2 });
    expect(await stored(id)).toMatchObject({
      sealedAmiSecret: before.sealedAmiSecret,
      sealedTurnSecret: before.sealedTurnSecret,
      turnUrl: 'turn:u.test',
    });
    await change(2, { turnUrl: '' });
    expect(await stored(id)).toMatchObject({ sealedTurnSecret: null });
    expect(await change(3, { turnUrl: 'turn:u.test' })).toEqual({ kind: 'turnSecretMissing' });
  });

  test('of two admins who change the settings at the same moment the first has them, and the other is told', async () => {
    const id = await added(asterisk());
    const change = (dialContext: string) =>
      storeChangingConnection({ connectionId: id, place: {}, server: { version: 1, settings: server({ dialContext }) } }, admin);

    const outcomes = await Promise.all([change('one'), change('two')]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'changedMeanwhile']);
    expect(await stored(id)).toMatchObject({ version: 2 });
  });

  test('a name is no setting of the server, a country is', async () => {
    const id = await added(asterisk());
    expect(await storeChangingConnection({ connectionId: id, place: { name: 'New' } }, admin)).toEqual({
      kind: 'changed',
      version: 1,
    });
    expect(await storeChangingConnection({ connectionId: id, place: { country: 'DE' } }, admin)).toEqual({
      kind: 'changed',
      version: 2,
    });
    expect(await findConnection(id, at)).toMatchObject({ name: 'New', country: 'DE' });
  });

  test('[R34] is tried with the stored secret only where that was meant for', async () => {
    const id = await added(asterisk());
    expect(await secretForTest(id, server())).toEqual({ kind: 'found', secret: SECRET });
    expect(await secretForTest(id, server({ amiHost: 'evil.test' }))).toEqual({ kind: 'fault', fault: 'amiSecretAgain' });
    expect(await secretForTest(id, server({ amiHost: 'evil.test', amiSecret: 'x' }))).toEqual({ kind: 'found', secret: 'x' });
    expect(await secretForTest(null, server())).toEqual({ kind: 'fault', fault: 'amiSecretMissing' });

    await db.asteriskServer.update({ where: { connectionId: id }, data: { sealedAmiSecret: 'v1.x' } });
    expect(await secretForTest(id, server())).toEqual({ kind: 'failed', test: { ok: false, problem: 'secretUnreadable' } });
  });

  test('needs a secret, and a short name of its own', async () => {
    const first = asterisk();
    await added(first);
    expect(await storeAddingConnection(first, admin)).toEqual({ kind: 'slugTaken' });
    expect(await storeAddingConnection(asterisk({ amiSecret: undefined }), admin)).toEqual({ kind: 'amiSecretMissing' });
  });
});

describe('a webhook', () => {
  const webhook = (): AddConnection => ({
    kind: 'webhook',
    slug: `hook-${randomUUID().slice(0, 8)}`,
    name: 'Hook',
    country: 'PL',
  });

  test('gets a secret that its posts are known by', async () => {
    const input = webhook();
    const outcome = await storeAddingConnection(input, admin);
    const secret = outcome.kind === 'added' ? outcome.secret : null;
    expect(secret).toMatch(/^whsec_/);
    expect(await findSource(input.slug)).toMatchObject({ secrets: [secret], country: 'PL' });
  });

  test('gets another one, with the old one valid for a day, and not a third in that time', async () => {
    const id = await added(webhook());
    const rotated = await storeRotatingSecret(id, admin);
    expect(rotated).toMatchObject({ kind: 'stored' });
    expect(await storeRotatingSecret(id, admin)).toEqual({ kind: 'tooSoon' });

    const until = new Date(at.getTime() + DAY_MS);
    expect(await findConnection(id, at)).toMatchObject({ oldSecretUntil: until.toISOString() });
    expect(
      await db.pbxSecret.findMany({ where: { connectionId: id }, select: { expiresAt: true }, orderBy: { expiresAt: 'asc' } }),
    ).toEqual([{ expiresAt: until }, { expiresAt: null }]);
    expect(await storeRotatingSecret(id, { ...admin, at: until })).toMatchObject({ kind: 'stored' });
    expect(await db.pbxSecret.count({ where: { connectionId: id } })).toBe(2);
  });

  test('nothing but a webhook has one to change', async () => {
    const practice = await createConnection(db, { kind: 'practice' });
    expect(await storeRotatingSecret(practice.id, admin)).toEqual({ kind: 'notFound' });
    expect(await storeRotatingSecret(randomUUID(), admin)).toEqual({ kind: 'notFound' });
  });

  test('its last posts are listed with what they were answered', async () => {
    const id = await added(webhook());
    const post = { connectionId: id, source: 'hook', bytes: 12 };
    await db.webhookDelivery.create({ data: { ...post, at, status: 202, answer: { accepted: 2, duplicate: 1 } } });
    const later = new Date(at.getTime() + 1_000);
    await db.webhookDelivery.create({ data: { ...post, at: later, status: 422, answer: { error: 'Bad shape', issues: [] } } });

    expect(await listDeliveries(id)).toMatchObject([
      { status: 422, taken: null, fault: 'Bad shape' },
      { status: 202, taken: { accepted: 2, duplicate: 1 }, fault: null },
    ]);
    const row = (await listConnections()).find((each) => each.id === id);
    expect(row).toMatchObject({ lastDeliveryAt: later.toISOString(), link: null });
  });
});

test('of the practice PBX only the name is to change', async () => {
  const { id } = await createConnection(db, { kind: 'practice' });
  await storeChangingConnection({ connectionId: id, place: { name: 'New', country: 'DE' } }, admin);
  expect(await findConnection(id, at)).toMatchObject({ name: 'New', country: 'PL' });
});

test('who has an account is listed by extension, without what is secret', async () => {
  const { id } = await createConnection(db);
  const user = await createUser(db, { name: 'Iga' });
  await createPbxAccount(db, { userId: user.id, connectionId: id, extension: '101', device: 'registered' });
  expect(await listAccounts(id)).toEqual([
    { userId: user.id, name: 'Iga', extension: '101', device: 'registered', isActive: true },
  ]);
});
