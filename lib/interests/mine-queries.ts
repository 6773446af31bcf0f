import type { CallViewer } from '../calls/visible-calls.ts';
import { visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { numberToCall } from '../phone-number.ts';

const TASK_ROWS = 100;
const CALL_ROWS = 100;
const INTERESTS_OF_CALL = 10;

const taskSelect = {
  id: true,
  title: true,
  dueAt: true,
  doneAt: true,
  interest: {
    select: { id: true, number: true, subject: true, potentialName: true, customer: { select: { name: true } } },
  },
} satisfies Prisma.InterestTaskSelect;

export type MyTask = {
  id: string;
  title: string;
  dueAt: Date;
  doneAt: Date | null;
  interest: { id: string; number: number; subject: string; of: string };
};

/** What one has to do before `until`, what is due first is first, and what was done since `from`; what nobody was asked to is for who leads. */
export async function listMyTasks(userId: string, { from, until }: { from: Date; until: Date }): Promise<MyTask[]> {
  const isMine = { OR: [{ assigneeId: userId }, { assigneeId: null, interest: { responsibleId: userId } }] };
  const rows = await db.interestTask.findMany({
    select: taskSelect,
    where: { AND: [isMine, { OR: [{ doneAt: null, dueAt: { lt: until } }, { doneAt: { gte: from } }] }] },
    orderBy: [{ dueAt: 'asc' }, { id: 'asc' }],
    take: TASK_ROWS,
  });
  return rows.map(({ interest: { potentialName, customer, ...interest }, ...task }) => ({
    ...task,
    interest: { ...interest, of: customer?.name ?? potentialName },
  }));
}

const callSelect = {
  id: true,
  connectionId: true,
  direction: true,
  phase: true,
  startedAt: true,
  talkSeconds: true,
  isMissed: true,
  isWithheld: true,
  fromE164: true,
  fromRaw: true,
  fromDisplay: true,
  toE164: true,
  toRaw: true,
  toDisplay: true,
  interactions: {
    select: {
      byId: true,
      interest: {
        select: { id: true, number: true, subject: true, responsible: { select: { id: true, name: true } } },
      },
    },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: INTERESTS_OF_CALL,
  },
} satisfies Prisma.CallSelect;

export type MyCall = {
  id: string;
  direction: 'inbound' | 'outbound' | 'internal';
  isOver: boolean;
  isMissed: boolean;
  startedAt: Date;
  talkSeconds: number;
  display: string;
  callE164: string | null;
  /** Whose number it is; null where it is nobody's or of several. */
  customer: { id: string; name: string } | null;
  /** With whom one talked of a call between colleagues. */
  colleague: string | null;
  /** One's own where there is one; `ledBy`: the colleague who leads it. */
  interest: { id: string; number: number; subject: string; ledBy: string | null } | null;
};

/** The calls that one had since this moment, the latest first. */
export async function listMyCalls(viewer: CallViewer, since: Date): Promise<MyCall[]> {
  const { userId } = viewer;
  const isMine = { OR: [{ operatorId: userId }, { legs: { some: { userId, answeredAt: { not: null } } } }] };
  const rows = await db.call.findMany({
    select: callSelect,
    where: { AND: [{ startedAt: { gte: since } }, isMine, visibleTo(viewer)] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: CALL_ROWS,
  });
  const people = await findColleagues(rows);
  const calls = rows.map((row) => ({ row, other: otherSide(row, userId, people) }));
  const owners = await findOwners(calls.flatMap(({ other }) => other.e164 ?? []));

  return calls.map(({ row: { id, direction, isMissed, startedAt, talkSeconds, phase, interactions }, other }) => ({
    ...{ id, direction, isMissed, startedAt, talkSeconds, isOver: phase === 'ended' },
    display: other.display,
    colleague: other.colleague,
    callE164: numberToCall(other.e164),
    customer: (other.e164 && owners.get(other.e164)) || null,
    interest: interestOf(interactions, userId),
  }));
}

type CallRow = Prisma.CallGetPayload<{ select: typeof callSelect }>;

/** Of several that the call is in, what I registered or lead comes before what a colleague did. */
function interestOf(interactions: CallRow['interactions'], userId: string): MyCall['interest'] {
  const isMine = ({ byId, interest }: CallRow['interactions'][number]) => byId === userId || interest.responsible?.id === userId;
  const about = (interactions.find(isMine) ?? interactions[0])?.interest;
  if (!about) return null;
  const { responsible, ...interest } = about;
  return { ...interest, ledBy: responsible && responsible.id !== userId ? responsible.name : null };
}

type People = Map<string, { id: string; name: string }>;
type OtherSide = { e164: string | null; display: string; colleague: string | null };

/** Between colleagues each sees the other; of any other call everybody sees the outside. */
function otherSide(call: CallRow, userId: string, people: People): OtherSide {
  const from = { e164: call.fromE164, display: call.fromDisplay };
  const to = { e164: call.toE164, display: call.toDisplay };
  if (call.direction !== 'internal') return { ...(call.direction === 'inbound' ? from : to), colleague: null };

  const caller = people.get(extensionKey(call.connectionId, call.fromRaw));
  if (caller?.id !== userId) return { ...from, colleague: caller?.name ?? null };
  return { ...to, colleague: people.get(extensionKey(call.connectionId, call.toRaw))?.name ?? null };
}

function extensionKey(connectionId: string, extension: string): string {
  return `${connectionId} ${extension}`;
}

/** Who is behind the extensions of the calls between colleagues. */
async function findColleagues(calls: CallRow[]): Promise<People> {
  const internal = calls.filter(({ direction }) => direction === 'internal');
  if (internal.length === 0) return new Map();
  const accounts = await db.pbxAccount.findMany({
    where: {
      connectionId: { in: [...new Set(internal.map(({ connectionId }) => connectionId))] },
      extension: { in: [...new Set(internal.flatMap(({ fromRaw, toRaw }) => [fromRaw, toRaw]))] },
    },
    select: { connectionId: true, extension: true, user: { select: { id: true, name: true } } },
    take: 2 * CALL_ROWS,
  });
  return new Map(accounts.map(({ connectionId, extension, user }) => [extensionKey(connectionId, extension), user]));
}

async function findOwners(e164: string[]): Promise<Map<string, { id: string; name: string }>> {
  const numbers = await db.phoneNumber.findMany({
    where: { e164: { in: [...new Set(e164)] }, customerId: { not: null } },
    select: { e164: true, customer: { select: { id: true, name: true } } },
    orderBy: { id: 'asc' },
    take: 2 * CALL_ROWS,
  });
  const owners = new Map<string, { id: string; name: string }>();
  const shared = new Set<string>();
  for (const { e164: number, customer } of numbers) {
    if (!customer || shared.has(number)) continue;
    if (owners.has(number)) shared.add(number);
    owners.set(number, customer);
  }
  for (const number of shared) owners.delete(number);
  return owners;
}
