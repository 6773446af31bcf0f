import { recordAudit } from '../audit/record.ts';
import { now } from '../clock.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { closeSockets } from '../realtime/publish.ts';
import { isLastAdmin } from '../users/last-admin.ts';
import type { Client } from './request-facts.ts';
import { forgetSessions } from './session-cache.ts';
import { SESSION_HOURS } from './session-token.ts';

/** A new row at every sign-in, so that an id somebody planted before is worth nothing. */
export async function startSession(userId: string, client: Client): Promise<string> {
  const at = now();
  const expiresAt = new Date(at.getTime() + SESSION_HOURS * 3_600_000);

  return db.$transaction(async (tx) => {
    const session = await tx.session.create({
      data: { userId, expiresAt, createdAt: at, lastSeenAt: at, userAgent: client.userAgent },
      select: { id: true },
    });
    await recordAudit(tx, {
      userId,
      action: 'session.started',
      subjectType: 'session',
      subjectId: session.id,
      details: { address: client.address },
    });
    return session.id;
  });
}

/** Revokes the live sessions that match, in the caller's transaction. Returns their ids, for `endNow` after the commit. */
async function revoke(tx: Prisma.TransactionClient, which: Prisma.SessionWhereInput): Promise<string[]> {
  const rows = await tx.session.updateManyAndReturn({
    where: { ...which, revokedAt: null },
    data: { revokedAt: now() },
    select: { id: true },
  });
  return rows.map((row) => row.id);
}

/** Drops what this process remembers of sessions that are over, and closes their sockets. */
export function endNow(sessionIds: string[]): void {
  forgetSessions(sessionIds);
  for (const id of sessionIds) closeSockets(`session:${id}`);
}

/** Signs one browser out and closes its sockets. `by` is who did it: the user themselves, or an admin. */
export async function revokeSession(sessionId: string, by: string | null = null): Promise<void> {
  const revoked = await db.$transaction(async (tx) => {
    const ids = await revoke(tx, { id: sessionId });
    if (ids.length > 0)
      await recordAudit(tx, { userId: by, action: 'session.revoked', subjectType: 'session', subjectId: sessionId });
    return ids;
  });
  endNow(revoked);
}

/** Signs a user out everywhere. */
export async function revokeUserSessions(userId: string, by: string | null = null): Promise<void> {
  const revoked = await db.$transaction(async (tx) => {
    await recordAudit(tx, { userId: by, action: 'session.revoked', subjectType: 'user', subjectId: userId });
    return revoke(tx, { userId });
  });
  endNow(revoked);
}

/** Disables a user: no sign-in, no session, no socket from now on. False where nobody could administer any more, or it is so already. */
export async function disableUser(userId: string, by: string | null = null): Promise<boolean> {
  const revoked = await db.$transaction(async (tx) => {
    if (await isLastAdmin(tx, userId)) return null;
    const { count } = await tx.user.updateMany({ where: { id: userId, disabledAt: null }, data: { disabledAt: now() } });
    if (count === 0) return null;
    await recordAudit(tx, { userId: by, action: 'user.disabled', subjectType: 'user', subjectId: userId });
    return revoke(tx, { userId });
  });
  if (!revoked) return false;
  endNow(revoked);
  return true;
}

/** Sets another password, which signs its owner out everywhere. False where there is no such user. */
export async function replacePassword(userId: string, passwordHash: string, by: string): Promise<boolean> {
  const revoked = await db.$transaction(async (tx) => {
    const { count } = await tx.user.updateMany({ where: { id: userId }, data: { passwordHash } });
    if (count === 0) return null;
    const details = { isPasswordReplaced: true };
    await recordAudit(tx, { userId: by, action: 'user.changed', subjectType: 'user', subjectId: userId, details });
    return revoke(tx, { userId });
  });
  if (!revoked) return false;
  endNow(revoked);
  return true;
}
