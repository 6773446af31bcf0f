import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Page } from '../page.ts';
import type { CallPageKey } from './card-pages.ts';

const CALL_ROWS = 20;

const callSelect = {
  id: true,
  direction: true,
  phase: true,
  startedAt: true,
  talkSeconds: true,
  isMissed: true,
  fromDisplay: true,
  toDisplay: true,
  operator: { select: { name: true } },
  line: { select: { name: true } },
} satisfies Prisma.CallSelect;
export type CustomerCall = Prisma.CallGetPayload<{ select: typeof callSelect }>;

/** A page of the calls from and to their numbers, of those that the viewer may see, latest first. */
export async function listCallsOfCustomer(
  numbers: { e164: string }[],
  viewer: CallViewer,
  after: CallPageKey | null = null,
): Promise<Page<CustomerCall, CallPageKey>> {
  const e164 = { in: numbers.map((number) => number.e164) };
  if (numbers.length === 0) return { rows: [], next: null };

  const rows = await db.call.findMany({
    select: callSelect,
    where: { AND: [{ OR: [{ fromE164: e164 }, { toE164: e164 }] }, visibleTo(viewer), after ? before(after) : {}] },
    orderBy: [{ startedAt: 'desc' }, { id: 'desc' }],
    take: CALL_ROWS + 1,
  });
  const shown = rows.slice(0, CALL_ROWS);
  const last = rows.length > CALL_ROWS ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? { startedAt: last.startedAt.toISOString(), id: last.id } : null };
}

/** A call from one of their numbers to another of theirs is one call: the key is of the call. */
function before({ startedAt, id }: CallPageKey): Prisma.CallWhereInput {
  const at = new Date(startedAt);
  return { OR: [{ startedAt: { lt: at } }, { startedAt: at, id: { lt: id } }] };
}

/** The numbers of a customer, to find their calls by. */
export function listNumbersOfCustomer(customerId: string): Promise<{ e164: string }[]> {
  return db.phoneNumber.findMany({ where: { customerId }, select: { e164: true }, orderBy: { id: 'asc' }, take: 200 });
}
