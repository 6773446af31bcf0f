import { describe, expect, test } from 'vitest';
import { createRoleGrant, createSession, createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { sessionFromCookies } from './session-lookup.ts';
import { liveSessions, userOfSession } from './session-queries.ts';
import { SESSION_COOKIE, sealSessionId } from './session-token.ts';
import { disableUser, revokeSession, revokeUserSessions, startSession } from './sessions.ts';

const CLIENT = { address: '203.0.113.7', userAgent: 'Offhook tests' };

function hoursAgo(hours: number): Date {
  return new Date(Date.now() - hours * 3_600_000);
}

async function signedIn() {
  const user = await createUser(db);
  return { user, sessionId: await startSession(user.id, CLIENT) };
}

describe('a session', () => {
  test('says who is signed in, with the grants of the role', async () => {
    const { user, sessionId } = await signedIn();
    await createRoleGrant(db, { role: user.role, permission: 'audit:read' });

    expect(await userOfSession(sessionId)).toMatchObject({ id: user.id, role: user.role, grants: ['audit:read'], sessionId });
  });

  test.each([
    ['expired', { expiresAt: hoursAgo(0.001) }],
    ['idle for more than two hours', { lastSeenAt: hoursAgo(2.01) }],
    ['revoked', { revokedAt: hoursAgo(0.001) }],
  ])('that is %s is over', async (_, overrides) => {
    const user = await createUser(db);
    const session = await createSession(db, { userId: user.id, ...overrides });

    expect(await userOfSession(session.id)).toBeNull();
    expect((await liveSessions([session.id], new Date())).has(session.id)).toBe(false);
  });

  test('of a disabled user is over', async () => {
    const user = await createUser(db, { disabledAt: new Date() });
    const session = await createSession(db, { userId: user.id });

    expect(await userOfSession(session.id)).toBeNull();
  });

  test('lasts twelve hours at most', async () => {
    const { sessionId } = await signedIn();
    const { createdAt, expiresAt } = await db.session.findUniqueOrThrow({ where: { id: sessionId } });

    expect(expiresAt.getTime() - createdAt.getTime()).toBe(12 * 3_600_000);
  });

  test('that is used is noted as seen', async () => {
    const user = await createUser(db);
    const session = await createSession(db, { userId: user.id, lastSeenAt: hoursAgo(1) });
    await userOfSession(session.id);

    const { lastSeenAt } = await db.session.findUniqueOrThrow({ where: { id: session.id } });
    expect(Date.now() - lastSeenAt.getTime()).toBeLessThan(60_000);
  });
});

describe('revocation', () => {
  test('[R36] ends one session at once, though it was looked up a moment ago, and no other', async () => {
    const { user, sessionId } = await signedIn();
    const other = await startSession(user.id, CLIENT);
    await Promise.all([userOfSession(sessionId), userOfSession(other)]);

    await revokeSession(sessionId, user.id);
    expect(await userOfSession(sessionId)).toBeNull();
    expect(await userOfSession(other)).not.toBeNull();
  });

  test('[R36] ends every session of a user at once', async () => {
    const { user, sessionId } = await signedIn();
    const other = await startSession(user.id, CLIENT);
    await Promise.all([userOfSession(sessionId), userOfSession(other)]);

    await revokeUserSessions(user.id);
    expect(await Promise.all([userOfSession(sessionId), userOfSession(other)])).toEqual([null, null]);
  });

  test('[R36] a disabled user is signed out at once, and it is on record who did it', async () => {
    const { user, sessionId } = await signedIn();
    const admin = await createUser(db, { role: 'admin' });
    await userOfSession(sessionId);

    await disableUser(user.id, admin.id);
    expect(await userOfSession(sessionId)).toBeNull();
    expect(
      await db.auditEntry.findFirst({ where: { action: 'user.disabled', subjectId: user.id }, select: { userId: true } }),
    ).toEqual({ userId: admin.id });
  });

  test('twice is once', async () => {
    const { user, sessionId } = await signedIn();
    await revokeSession(sessionId, user.id);
    await revokeSession(sessionId, user.id);

    expect(await db.auditEntry.count({ where: { action: 'session.revoked', subjectId: sessionId } })).toBe(1);
  });
});

describe('sessionFromCookies', () => {
  test('finds the session among other cookies', async () => {
    const { user, sessionId } = await signedIn();
    const token = await sealSessionId(sessionId);

    expect(await sessionFromCookies(`a=b; ${SESSION_COOKIE.name}=${token}; offhook-theme=dark`)).toMatchObject({ id: user.id });
  });

  test('a missing, forged or foreign token is nobody', async () => {
    const { sessionId } = await signedIn();
    const token = await sealSessionId(sessionId);

    expect(await sessionFromCookies(undefined)).toBeNull();
    expect(await sessionFromCookies(`${SESSION_COOKIE.name}=`)).toBeNull();
    expect(await sessionFromCookies(`${SESSION_COOKIE.name}=${sessionId}`)).toBeNull();
    expect(await sessionFromCookies(`${SESSION_COOKIE.name}=${token.slice(0, -4)}AAAA`)).toBeNull();
    expect(await sessionFromCookies(`x${SESSION_COOKIE.name}=${token}`)).toBeNull();
  });
});
