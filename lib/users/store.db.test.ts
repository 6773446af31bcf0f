import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { createPointOfSale } from '../../prisma/factories/deliveries.ts';
import { createConnection, createPbxAccount } from '../../prisma/factories/pbx.ts';
import { createSession, createUser } from '../../prisma/factories/people.ts';
import { disableUser, replacePassword } from '../auth/sessions.ts';
import { db } from '../db/client.ts';
import { findUserForAdmin, listUsers } from './admin-queries.ts';
import type { Profile } from './schema.ts';
import { storeAdding, storeChanging, storeEnabling } from './store.ts';

const at = new Date('2026-11-22T15:00:00Z');
let admin: { userId: string; at: Date };

beforeEach(async () => {
  await db.user.updateMany({ where: { role: 'admin' }, data: { role: 'operator' } });
  admin = { userId: (await createUser(db, { role: 'admin' })).id, at };
});

const profile = (overrides: Partial<Profile> = {}): Profile => ({
  name: 'Iga Nowa',
  email: `${randomUUID()}@example.com`,
  role: 'operator',
  pointOfSaleId: null,
  ...overrides,
});

describe('a user', () => {
  test('has an e-mail of their own', async () => {
    const { email } = await createUser(db);
    const { id } = await createUser(db);
    expect(await storeAdding(profile({ email }), '!', admin)).toEqual({ kind: 'emailTaken' });
    expect(await storeChanging(id, { email }, admin)).toEqual({ kind: 'emailTaken' });
  });

  test('of a venue stands at a point of sale, and nobody else does', async () => {
    const point = await createPointOfSale(db);
    expect(await storeAdding(profile({ role: 'venue' }), '!', admin)).toEqual({ kind: 'pointOfSaleMissing' });
    expect(await storeAdding(profile({ role: 'venue', pointOfSaleId: randomUUID() }), '!', admin)).toEqual({
      kind: 'pointOfSaleMissing',
    });

    const added = await storeAdding(profile({ role: 'venue', pointOfSaleId: point.id }), '!', admin);
    const id = added.kind === 'added' ? added.id : '';
    expect(await findUserForAdmin(id)).toMatchObject({ role: 'venue', pointOfSaleId: point.id });
    expect(await storeChanging(id, { pointOfSaleId: null }, admin)).toEqual({ kind: 'pointOfSaleMissing' });

    await storeChanging(id, { role: 'operator' }, admin);
    expect(await findUserForAdmin(id)).toMatchObject({ role: 'operator', pointOfSaleId: null });
  });

  test('is changed at single fields, so that two admins do not undo each other', async () => {
    const { id } = await createUser(db, { name: 'Old' });
    await Promise.all([storeChanging(id, { name: 'New' }, admin), storeChanging(id, { role: 'manager' }, admin)]);
    expect(await findUserForAdmin(id)).toMatchObject({ name: 'New', role: 'manager' });
  });

  test('who is disabled comes back', async () => {
    const { id } = await createUser(db);
    expect(await disableUser(id, admin.userId)).toBe(true);
    expect(await disableUser(id, admin.userId)).toBe(false);
    expect(await findUserForAdmin(id)).toMatchObject({ isDisabled: true });
    expect(await storeEnabling(id, admin)).toBe(true);
    expect(await storeEnabling(id, admin)).toBe(false);
  });

  test('[R36] who gets another password is signed out everywhere', async () => {
    const { id } = await createUser(db);
    await createSession(db, { userId: id });
    expect(await replacePassword(id, 'hash', admin.userId)).toBe(true);
    expect(await db.session.count({ where: { userId: id, revokedAt: null } })).toBe(0);
    expect(await replacePassword(randomUUID(), 'hash', admin.userId)).toBe(false);
  });
});

describe('the last admin', () => {
  test('stays one', async () => {
    expect(await storeChanging(admin.userId, { role: 'operator' }, admin)).toEqual({ kind: 'lastAdmin' });
    expect(await disableUser(admin.userId)).toBe(false);
    expect(await storeChanging(admin.userId, { name: 'Ada' }, admin)).toEqual({ kind: 'changed' });
  });

  test('is left where two take the role from each other at the same moment', async () => {
    const other = await createUser(db, { role: 'admin' });
    const outcomes = await Promise.all([
      storeChanging(other.id, { role: 'operator' }, admin),
      storeChanging(admin.userId, { role: 'operator' }, { userId: other.id, at }),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['changed', 'lastAdmin']);
    expect(await db.user.count({ where: { role: 'admin', disabledAt: null } })).toBe(1);
  });
});

test('the list is searched by names, e-mails and extensions, disabled ones last', async () => {
  const connection = await createConnection(db, { kind: 'practice', name: 'House PBX' });
  const mark = randomUUID();
  const one = await createUser(db, { name: `B_${mark}` });
  await createUser(db, { name: `A ${mark}`, disabledAt: at });
  await createPbxAccount(db, { userId: one.id, connectionId: connection.id, extension: '73917391' });

  const byName = await listUsers({ text: mark });
  expect(byName.map(({ isDisabled }) => isDisabled)).toEqual([false, true]);
  expect(
    (await listUsers({ text: '7391739' })).map(({ id }) => id),
    'so many digits are in nobody’s address',
  ).toEqual([one.id]);
  expect((await listUsers({ text: `_${mark}` })).map(({ id }) => id)).toEqual([one.id]);
  expect(byName[0]).toMatchObject({
    account: { extension: '73917391', connectionName: 'House PBX' },
    phone: { kind: 'practice', isRegistered: true },
  });
});
