import { now } from '../clock.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Role } from '../users/types.ts';
import { rememberedSession } from './session-cache.ts';
import type { SignedInUser } from './signed-in-user.ts';

/** Without an open page or a request for this long a session is over; an open desk counts as being there. */
const IDLE_MINUTES = 120;
const TOUCH_MINUTES = 1;

function minutesBefore(at: Date, minutes: number): Date {
  return new Date(at.getTime() - minutes * 60_000);
}

/** Not revoked, not expired, not idle, and its user not disabled. */
function live(at: Date): Prisma.SessionWhereInput {
  return {
    revokedAt: null,
    expiresAt: { gt: at },
    lastSeenAt: { gt: minutesBefore(at, IDLE_MINUTES) },
    user: { disabledAt: null },
  };
}

const signedInUser = {
  id: true,
  name: true,
  email: true,
  role: true,
  language: true,
  incomingCallAction: true,
  pointOfSaleId: true,
} satisfies Prisma.UserSelect;

async function findUserOfSession(sessionId: string, at: Date): Promise<SignedInUser | null> {
  const session = await db.session.findFirst({
    where: { id: sessionId, ...live(at) },
    select: { lastSeenAt: true, user: { select: signedInUser } },
  });
  if (!session) return null;

  if (session.lastSeenAt < minutesBefore(at, TOUCH_MINUTES)) await touchSessions([sessionId], at);
  const grants = await db.roleGrant.findMany({ where: { role: session.user.role }, select: { permission: true } });
  return { ...session.user, grants: grants.map((grant) => grant.permission), sessionId };
}

/** Who is signed in with this session; null when it is over. At most two seconds old. */
export function userOfSession(sessionId: string): Promise<SignedInUser | null> {
  return rememberedSession(sessionId, () => findUserOfSession(sessionId, now()));
}

/** Those of the sessions that are still live, with their users' roles, straight from the database. */
export async function liveSessions(sessionIds: string[], at: Date): Promise<Map<string, Role>> {
  const rows = await db.session.findMany({
    where: { id: { in: sessionIds }, ...live(at) },
    select: { id: true, user: { select: { role: true } } },
  });
  return new Map(rows.map((row) => [row.id, row.user.role]));
}

/** Notes that somebody is there. Written at most once a minute for each session. */
export async function touchSessions(sessionIds: string[], at: Date): Promise<void> {
  await db.session.updateMany({
    where: { id: { in: sessionIds }, lastSeenAt: { lt: minutesBefore(at, TOUCH_MINUTES) } },
    data: { lastSeenAt: at },
  });
}
