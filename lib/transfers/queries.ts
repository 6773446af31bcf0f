import { db } from '../db/client.ts';
import { OPEN_STATUSES } from '../deliveries/status.ts';
import { phoneStatus } from '../users/phone-status.ts';
import { rankTargets } from './rank.ts';
import type { Availability, TransferTarget, TransferTargets } from './types.ts';

const LISTED = 50;
// All of a PBX are ranked, because the responsible come before the alphabet does.
const COLLEAGUES = 1_000;
const RESPONSIBLE = 10;
/** A number that more share is nobody's in particular (R30). */
const OWNERS = 20;

const account = {
  extension: true,
  login: true,
  device: true,
  connection: { select: { kind: true } },
  user: { select: { id: true, name: true, role: true, callsWith: true } },
} as const;

/** A call that this user has now, and the number of the customer in it. Any other is not found (R34). */
export async function findOwnCall(callId: string, userId: string) {
  const call = await db.call.findFirst({
    select: { connectionId: true, direction: true, fromE164: true, toE164: true },
    where: {
      id: callId,
      phase: { not: 'ended' },
      OR: [{ operatorId: userId }, { legs: { some: { userId, state: 'talking' } } }],
    },
  });
  return call && { connectionId: call.connectionId, customer: call.direction === 'outbound' ? call.toE164 : call.fromE164 };
}

type OwnCall = NonNullable<Awaited<ReturnType<typeof findOwnCall>>>;

/** Colleagues at the same PBX, each with whether they could take the call now. */
export async function listTargets({ connectionId, customer }: OwnCall, userId: string, text: string): Promise<TransferTargets> {
  const [accounts, responsibleIds] = await Promise.all([
    db.pbxAccount.findMany({
      select: account,
      where: { connectionId, isActive: true, userId: { not: userId }, user: { disabledAt: null } },
      orderBy: { extension: 'asc' },
      take: COLLEAGUES,
    }),
    responsibleFor(customer),
  ]);
  const busyIds = await busyAmong(accounts.map((each) => each.user.id));

  const everybody = accounts.map(({ user, connection, login, ...device }): TransferTarget => {
    const isConnected = isThere({ ...device, kind: connection.kind, callsWith: user.callsWith, hasLogin: login !== '' });
    const availability: Availability = !isConnected ? 'notConnected' : busyIds.has(user.id) ? 'inCall' : 'available';
    const { id, name, role } = user;
    return { userId: id, name, role, extension: device.extension, availability, isResponsible: responsibleIds.includes(id) };
  });
  const found = rankTargets(everybody, text);
  return { targets: found.slice(0, LISTED), isComplete: everybody.length <= LISTED };
}

/** Another application says nothing of itself here: it counts as there until the PBX says otherwise. */
function isThere(phone: Parameters<typeof phoneStatus>[0] & object): boolean {
  const status = phoneStatus(phone);
  if (status.kind === 'none') return false;
  return status.kind === 'application' ? phone.device !== 'unregistered' : status.isRegistered;
}

/** Who looks after the caller, leads what they are interested in, or has an open delivery of theirs in hand. */
async function responsibleFor(e164: string | null): Promise<string[]> {
  if (!e164) return [];
  const owners = await db.phoneNumber.findMany({
    select: { customer: { select: { id: true, managerId: true } } },
    where: { e164, customerId: { not: null } },
    orderBy: { id: 'asc' },
    take: OWNERS,
  });
  const customers = owners.flatMap(({ customer }) => customer ?? []);
  const [interests, deliveries] = await Promise.all([
    db.interest.findMany({
      select: { responsibleId: true },
      where: {
        closedAt: null,
        responsibleId: { not: null },
        OR: [{ customerId: { in: customers.map(({ id }) => id) } }, { phoneE164: e164 }],
      },
      orderBy: { number: 'desc' },
      take: RESPONSIBLE,
    }),
    db.delivery.findMany({
      select: { responsibleId: true },
      where: { phoneE164: e164, status: { in: [...OPEN_STATUSES] }, responsibleId: { not: null } },
      orderBy: [{ wantedAt: 'asc' }, { number: 'asc' }],
      take: RESPONSIBLE,
    }),
  ]);
  const leading = [...interests, ...deliveries].map(({ responsibleId }) => responsibleId);
  return [...customers.map(({ managerId }) => managerId), ...leading].filter((id) => id !== null);
}

async function busyAmong(userIds: string[]): Promise<Set<string>> {
  const legs = await db.leg.findMany({
    select: { userId: true },
    where: { userId: { in: userIds }, state: 'talking' },
    distinct: ['userId'],
    orderBy: { userId: 'asc' },
    take: COLLEAGUES,
  });
  return new Set(legs.flatMap(({ userId }) => userId ?? []));
}
