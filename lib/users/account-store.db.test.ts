import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createConnection, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { unseal } from '../pbx/vault.ts';
import { practiceDevice } from '../practice/queries.ts';
import { storePhone, storeRemovingAccount } from './account-store.ts';
import { findUserForAdmin, listUsers } from './admin-queries.ts';
import { findPhone, findPhonesAt } from './find-phone.ts';

const at = new Date('2026-11-22T15:00:00Z');
const PASSWORD = 'very secret words';
let admin: { userId: string; at: Date };
let olga: string;
let connectionId: string;

beforeEach(async () => {
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at };
  olga = (await createUser(db, { name: 'Olga Operator' })).id;
  connectionId = (await createConnection(db, { kind: 'practice' })).id;
});

const save = (userId: string, account: object) => storePhone({ userId, account: { connectionId, ...account } }, admin);
const accountOf = (userId: string) => db.pbxAccount.findFirst({ where: { userId, connectionId } });
const auditOf = (subjectId: string) =>
  db.auditEntry.findMany({ where: { subjectId }, orderBy: { id: 'asc' }, select: { action: true, userId: true, details: true } });

describe('a phone account', () => {
  test('[S0.1] with a login and a password a user has a phone; without either there is none, and why is known', async () => {
    expect(await findPhone(olga)).toEqual({ kind: 'none' });

    await save(olga, { login: 'olga', extension: '101' });
    expect(await findPhone(olga)).toEqual({ kind: 'none', lacksLogin: true });
    expect(await practiceDevice(olga)).toBeNull();

    await save(olga, { password: PASSWORD });
    expect(await findPhone(olga)).toEqual({ kind: 'practice', extension: '101', isRegistered: true });
    expect(await practiceDevice(olga)).toMatchObject({ extension: '101' });

    await save(olga, { login: '' });
    expect(await findPhone(olga)).toEqual({ kind: 'none', lacksLogin: true });
  });

  test('[S0.2] without an extension the login is it', async () => {
    expect(await save(olga, { login: '104', password: PASSWORD, extension: '' })).toEqual({ kind: 'saved' });
    expect(await accountOf(olga)).toMatchObject({ login: '104', extension: '104' });
  });

  test('[S0.3b] [R34] its password is encrypted, and neither the audit nor any answer carries it', async () => {
    await save(olga, { login: 'olga', password: PASSWORD, extension: '101' });
    const stored = (await accountOf(olga))?.sealedPassword ?? '';
    expect(unseal(stored)).toBe(PASSWORD);

    const told = JSON.stringify([await auditOf(olga), await findUserForAdmin(olga), await listUsers({ text: undefined })]);
    expect(told).not.toContain(PASSWORD);
    expect(told).not.toContain(stored);
    expect((await auditOf(olga))[0]).toMatchObject({
      action: 'user.changed',
      userId: admin.userId,
      details: { login: 'olga', extension: '101', isPasswordSet: true },
    });
  });

  test('[S0.3b] a password that was left empty stays', async () => {
    await save(olga, { login: 'olga', password: PASSWORD, extension: '101' });
    const before = await accountOf(olga);
    await save(olga, { login: 'olga2', password: undefined });

    expect(await accountOf(olga)).toMatchObject({ login: 'olga2', sealedPassword: before?.sealedPassword });
  });

  test('[S2.7a] an extension that is taken is refused with whose it is, and nothing is changed', async () => {
    const oskar = await createUser(db, { name: 'Oskar Operator' });
    await createPbxAccount(db, { userId: oskar.id, connectionId, extension: '102', login: 'oskar' });

    expect(await save(olga, { login: 'olga', extension: '102' })).toEqual({
      kind: 'extensionTaken',
      extension: '102',
      owner: 'Oskar Operator',
    });
    expect(await save(olga, { login: 'oskar', extension: '101' })).toMatchObject({ kind: 'loginTaken', owner: 'Oskar Operator' });
    expect(await accountOf(olga)).toBeNull();
    expect(await auditOf(olga)).toEqual([]);
  });

  test('[S2.7a] of several admins who give one extension away at the same moment the first has it', async () => {
    const users = await Promise.all(['a', 'b', 'c', 'd'].map((name) => createUser(db, { name })));
    const outcomes = await Promise.all(users.map(({ id, name }) => save(id, { login: name, extension: '150' })));

    expect(outcomes.filter(({ kind }) => kind === 'saved')).toHaveLength(1);
    expect(outcomes.filter(({ kind }) => kind === 'extensionTaken')).toHaveLength(3);
    expect(await db.pbxAccount.count({ where: { connectionId } })).toBe(1);
  });

  test('the same extension at another PBX is another one', async () => {
    const oskar = await createUser(db);
    const other = await createConnection(db);
    await createPbxAccount(db, { userId: oskar.id, connectionId: other.id, extension: '101' });
    expect(await save(olga, { login: '101', extension: '101' })).toEqual({ kind: 'saved' });
  });

  test('an extension fits what an Asterisk calls its operators', async () => {
    const asterisk = { amiHost: 'pbx.test', amiUser: 'offhook', sealedAmiSecret: '', extensionPattern: '^1\\d\\d$' };
    await db.asteriskServer.create({ data: { connectionId, ...asterisk } });

    expect(await save(olga, { login: '201' })).toEqual({ kind: 'extensionUnfit', pattern: '^1\\d\\d$' });
    expect(await save(olga, { login: '101' })).toEqual({ kind: 'saved' });
  });

  test('what the PBX said of one extension is not said of the next', async () => {
    await createPbxAccount(db, { userId: olga, connectionId, extension: '101', device: 'registered', deviceAt: at });
    await save(olga, { login: 'olga' });
    expect(await accountOf(olga)).toMatchObject({ device: 'registered' });
    await save(olga, { extension: '104' });
    expect(await accountOf(olga)).toMatchObject({ device: 'unknown', deviceAt: null });
  });

  test('[S2.9] what somebody calls with is kept apart from their accounts', async () => {
    expect(await storePhone({ userId: olga, callsWith: 'application' }, admin)).toEqual({ kind: 'saved' });
    expect(await findUserForAdmin(olga)).toMatchObject({ callsWith: 'application', accounts: [] });
  });

  test('of nobody, or at no PBX, it is not there', async () => {
    expect(await save(randomUUID(), { login: '1' })).toEqual({ kind: 'notFound' });
    expect(await storePhone({ userId: olga, account: { connectionId: randomUUID(), login: '101' } }, admin)).toEqual({
      kind: 'notFound',
    });
  });
});

describe('accounts at several PBX', () => {
  let second: string;
  beforeEach(async () => {
    second = (await createConnection(db, { kind: 'practice' })).id;
    await save(olga, { login: '101', password: PASSWORD });
  });

  const saveSecond = (account: object) => storePhone({ userId: olga, account: { connectionId: second, ...account } }, admin);
  const active = () => db.pbxAccount.findMany({ where: { userId: olga, isActive: true }, select: { connectionId: true } });

  test('one is active at a time, the first until another is chosen', async () => {
    await saveSecond({ login: '201' });
    expect(await active()).toEqual([{ connectionId }]);
    await saveSecond({ isActive: true });
    expect(await active()).toEqual([{ connectionId: second }]);
  });

  test('of two that are made active at the same moment one is', async () => {
    await saveSecond({ login: '201' });
    await Promise.all([save(olga, { isActive: true }), saveSecond({ isActive: true })]);
    expect(await active()).toHaveLength(1);
  });

  test('one that is taken away leaves the other active, the last leaves none', async () => {
    await saveSecond({ login: '201', password: PASSWORD });
    expect(await storeRemovingAccount({ userId: olga, connectionId }, admin)).toBe(true);
    expect(await findPhone(olga)).toMatchObject({ kind: 'practice', extension: '201' });

    expect(await storeRemovingAccount({ userId: olga, connectionId: second }, admin)).toBe(true);
    expect(await storeRemovingAccount({ userId: olga, connectionId: second }, admin)).toBe(false);
    expect(await findPhone(olga)).toEqual({ kind: 'none' });
  });

  test('whoever calls through a PBX is found with their phone, and who only has an account there is not', async () => {
    const oskar = (await createUser(db)).id;
    await save(olga, { login: '101', password: PASSWORD });
    await save(oskar, { login: '102', extension: '102' });
    expect(await findPhonesAt(connectionId)).toEqual([
      { userId: olga, phone: { kind: 'practice', extension: '101', isRegistered: true } },
      { userId: oskar, phone: { kind: 'none', lacksLogin: true } },
    ]);

    await saveSecond({ login: '201', password: PASSWORD, isActive: true });
    expect((await findPhonesAt(connectionId)).map(({ userId }) => userId)).toEqual([oskar]);
  });
});
