import { expect, test } from 'vitest';
import { createSession, createSignInFailure, createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { expireSessions } from './expire-sessions.ts';

const NOW = new Date('2026-11-22T12:00:00Z');

function before(minutes: number): Date {
  return new Date(NOW.getTime() - minutes * 60_000);
}

const MONTH_MINUTES = 30 * 24 * 60;

test('sessions go a month after they were over, and a live one never does', async () => {
  const { id: userId } = await createUser(db);
  const long = { userId, createdAt: before(2 * MONTH_MINUTES) };
  await createSession(db, { ...long, expiresAt: before(MONTH_MINUTES + 1) });
  await createSession(db, { ...long, expiresAt: before(-60), revokedAt: before(MONTH_MINUTES + 1) });
  const kept = [
    await createSession(db, { ...long, expiresAt: before(MONTH_MINUTES) }),
    await createSession(db, { ...long, expiresAt: before(MONTH_MINUTES - 60), revokedAt: before(MONTH_MINUTES - 60) }),
    await createSession(db, { ...long, expiresAt: before(-60) }),
  ];

  await expireSessions(NOW);

  const left = await db.session.findMany({ where: { userId }, select: { id: true } });
  expect(left.map(({ id }) => id).toSorted()).toEqual(kept.map(({ id }) => id).toSorted());
});

test('failed sign-ins go when the throttle no longer looks back to them', async () => {
  await createSignInFailure(db, { address: 'old', at: before(16) });
  await createSignInFailure(db, { address: 'recent', at: before(14) });

  await expireSessions(NOW);

  expect(await db.signInFailure.findMany({ select: { address: true } })).toEqual([{ address: 'recent' }]);
});

test('more than a batch of them goes at once', async () => {
  const rows = Array.from({ length: 5_001 }, () => ({ account: 'flooded', address: 'flood', at: before(60) }));
  await db.signInFailure.createMany({ data: rows });

  await expireSessions(NOW);

  expect(await db.signInFailure.count({ where: { address: 'flood' } })).toBe(0);
});
