import type { CallViewer } from '../calls/visible-calls.ts';
import { visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { numberToCall } from '../phone-number.ts';

const TASK_ROWS = 100;
const CALL_ROWS = 100;

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
  direction: true,
  phase: true,
  startedAt: true,
  talkSeconds: true,
  isMissed: true,
  isWithheld: true,
  fromE164: true,
  fromDisplay: true,
  toE164: true,
  toDisplay: true,
  interactions: {
    select: { interest: { select: { id: true, number: true, subject: true } } },
    orderBy: [{ at: 'desc' }, { id: 'desc' }],
    take: 1,
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
  interest: { id: string; number: number; subject: string } | null;
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
  const calls = rows.map((row) => ({ row, other: otherSide(row) }));
  const owners = await findOwners(calls.flatMap(({ other }) => other.e164 ?? []));

  return calls.map(({ row: { id, direction, isMissed, startedAt, talkSeconds, phase, interactions }, other }) => ({
    ...{ id, direction, isMissed, startedAt, talkSeconds, isOver: phase === 'ended' },
    display: other.display,
    callE164: numberToCall(other.e164),
    customer: (other.e164 && owners.get(other.e164)) || null,
    interest: interactions[0]?.interest ?? null,
  }));
}

type CallSides = Prisma.CallGetPayload<{ select: typeof callSelect }>;

function otherSide({ direction, fromE164, fromDisplay, toE164, toDisplay }: CallSides) {
  return direction === 'inbound' ? { e164: fromE164, display: fromDisplay } : { e164: toE164, display: toDisplay };
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
