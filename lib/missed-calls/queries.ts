import type { CustomerClass } from '../caller-card/types.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { wordsOf } from '../folded-text.ts';
import { type MissedCallFilter, pageKey } from './filter.ts';
import { type MissedCallViewer, visibleTo } from './visible.ts';

export const PAGE_ROWS = 50;
/** The counter says no more than this: an exact count of a neglected list is of no use. */
export const COUNT_LIMIT = 999;

const missedCallRow = {
  id: true,
  callerE164: true,
  callerDisplay: true,
  callerName: true,
  state: true,
  misses: true,
  lastMissedAt: true,
  waitSeconds: true,
  isOutsideHours: true,
  lastStatus: true,
  attempts: true,
  removedAt: true,
  removalReason: true,
  removedBy: { select: { name: true } },
  previousId: true,
  assignee: { select: { id: true, name: true } },
  tags: { select: { tag: { select: { id: true, name: true } } }, orderBy: { tag: { key: 'asc' } } },
  version: true,
  // The last message to the caller, for as long as it is news (S2.19).
  sms: { select: { id: true, state: true, cause: true }, orderBy: { queuedAt: 'desc' }, take: 1 },
  chain: { select: { line: { select: { id: true, name: true } } } },
} satisfies Prisma.MissedCallSelect;
type RawRow = Prisma.MissedCallGetPayload<{ select: typeof missedCallRow }>;

/** A row of the list, with who has the number. */
export type MissedCallRow = RawRow & { customer: { id: string; name: string; class: CustomerClass } | null };

/** One page, the latest miss first; `filter.after` is the last row of the page before, so that any page costs what the first does. */
export async function listMissedCalls(
  filter: MissedCallFilter,
  viewer: MissedCallViewer,
): Promise<{ rows: MissedCallRow[]; next: string | null }> {
  const raw = await db.missedCall.findMany({
    select: missedCallRow,
    where: { AND: [visibleTo(viewer), ofView(filter), ofLine(filter), await ofText(filter), behind(filter)] },
    orderBy: [{ lastMissedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_ROWS + 1,
  });
  const rows = await withCustomers(raw.slice(0, PAGE_ROWS));
  const last = raw.length > PAGE_ROWS ? rows.at(-1) : undefined;
  return { rows, next: last ? pageKey(last) : null };
}

/** How many callers wait to be dealt with (S2.12), up to one more than the limit. */
export async function countListed(viewer: MissedCallViewer): Promise<number> {
  const where = { AND: [visibleTo(viewer), { state: 'listed' as const }] };
  const rows = await db.missedCall.findMany({ where, select: { id: true }, take: COUNT_LIMIT + 1 });
  return rows.length;
}

/** The lines that the list can be narrowed to. */
export function linesWithMissedCalls(viewer: MissedCallViewer): Promise<{ id: string; name: string }[]> {
  const ofViewer = viewer.chainIds ? { ledgerChains: { some: { id: { in: viewer.chainIds } } } } : { ledgerChains: { some: {} } };
  return db.line.findMany({ where: ofViewer, select: { id: true, name: true }, orderBy: [{ name: 'asc' }, { id: 'asc' }] });
}

function ofView({ view }: MissedCallFilter): Prisma.MissedCallWhereInput {
  if (view === 'visible') return { state: 'listed' };
  return view === 'hidden' ? { state: 'hidden' } : { state: { in: ['listed', 'hidden'] } };
}

function ofLine({ line }: MissedCallFilter): Prisma.MissedCallWhereInput {
  return line ? { chain: { lineId: line } } : {};
}

/** Their number, the name the PBX sent, or that of a customer who has the number. */
async function ofText({ text }: MissedCallFilter): Promise<Prisma.MissedCallWhereInput> {
  if (!text) return {};
  const digits = text.replace(/\D/g, '');
  const byNumber = digits.length > 2 ? [{ callerE164: { contains: digits } }] : [];
  const named = await db.phoneNumber.findMany({
    where: { AND: wordsOf(text).map((word) => ({ customer: { searchText: { contains: word } } })) },
    select: { e164: true },
    take: 1_000,
  });
  return {
    OR: [
      ...byNumber,
      { callerName: { contains: text, mode: 'insensitive' } },
      { callerE164: { in: named.map(({ e164 }) => e164) } },
    ],
  };
}

function behind({ after }: MissedCallFilter): Prisma.MissedCallWhereInput {
  if (!after) return {};
  const { lastMissedAt, id } = after;
  // The first half lets the index begin at the page.
  return { lastMissedAt: { lte: lastMissedAt }, OR: [{ lastMissedAt: { lt: lastMissedAt } }, { id: { lt: id } }] };
}

async function withCustomers(rows: RawRow[]): Promise<MissedCallRow[]> {
  const e164 = [...new Set(rows.map((row) => row.callerE164).filter((number) => number !== null))];
  const numbers = await db.phoneNumber.findMany({
    where: { e164: { in: e164 }, customerId: { not: null } },
    select: { e164: true, customer: { select: { id: true, name: true, class: true } } },
    // Of several who share it, the one who was chosen last (S1.15).
    orderBy: [{ chosenAt: { sort: 'desc', nulls: 'last' } }, { id: 'asc' }],
  });
  const whose = new Map(numbers.toReversed().map(({ e164: number, customer }) => [number, customer]));
  return rows.map((row) => ({ ...row, customer: (row.callerE164 && whose.get(row.callerE164)) || null }));
}
