import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { wordsOf } from '../folded-text.ts';
import type { Period } from '../period.ts';
import type { Tag } from '../tags/queries.ts';
import { type MissedCallFilter, pageKey } from './filter.ts';
import { behind, ofAssignee, ofPeriod, ofRemoval, ofStatus, ofTag, ofView } from './list-where.ts';
import {
  type Customer,
  customersOfNumbers,
  type LastSms,
  lastSmsOfRows,
  linesOfChains,
  namesOfUsers,
  tagsOfRows,
} from './row-names.ts';
import { chainsOfLine, type MissedCallViewer, visibleTo } from './visible.ts';

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
  removedById: true,
  previousId: true,
  assigneeId: true,
  version: true,
  chainId: true,
} satisfies Prisma.MissedCallSelect;
type RawRow = Prisma.MissedCallGetPayload<{ select: typeof missedCallRow }>;

/** A row of the list, with its line, its people, and who has the number. */
export type MissedCallRow = RawRow & {
  chain: { line: { id: string; name: string } | null };
  removedBy: { name: string } | null;
  assignee: { id: string; name: string } | null;
  tags: Tag[];
  /** The last message to the caller (S2.19). */
  sms: LastSms | null;
  customer: Customer | null;
};

export type MissedCallPage = { rows: MissedCallRow[]; next: string | null };

/**
 * One page, the latest miss first; `filter.after` is the last row of the page before, so that any page costs what the first does.
 * `period` is what the filter's means now.
 */
export async function listMissedCalls(
  filter: MissedCallFilter,
  viewer: MissedCallViewer,
  period: Period | null = null,
): Promise<MissedCallPage> {
  const [ofChains, withText] = await Promise.all([chainsOfLine(viewer, filter.line), ofText(filter)]);
  const raw = await db.missedCall.findMany({
    select: missedCallRow,
    where: {
      AND: [
        visibleTo(ofChains),
        ofView(filter),
        ofPeriod(period),
        ofStatus(filter),
        ofRemoval(filter),
        ofTag(filter),
        ofAssignee(filter, viewer),
        withText,
        behind(filter),
      ],
    },
    orderBy: [{ lastMissedAt: 'desc' }, { id: 'desc' }],
    take: PAGE_ROWS + 1,
  });
  const rows = await withNames(raw.slice(0, PAGE_ROWS));
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
      { callerName: { contains: text.replace(/[\\%_]/g, '\\$&'), mode: 'insensitive' } },
      { callerE164: { in: named.map(({ e164 }) => e164) } },
    ],
  };
}

/** Side by side rather than as relations, which Prisma reads one after the other: on a page that everybody looks at it is half the time. */
async function withNames(rows: RawRow[]): Promise<MissedCallRow[]> {
  const ids = rows.map(({ id }) => id);
  const [lines, users, customers, tags, sms] = await Promise.all([
    linesOfChains(rows.map(({ chainId }) => chainId)),
    namesOfUsers(rows.flatMap(({ removedById, assigneeId }) => [removedById, assigneeId])),
    customersOfNumbers(rows.map(({ callerE164 }) => callerE164)),
    tagsOfRows(ids),
    lastSmsOfRows(ids),
  ]);
  return rows.map((row) => ({
    ...row,
    chain: { line: lines.get(row.chainId) ?? null },
    removedBy: (row.removedById && users.get(row.removedById)) || null,
    assignee: (row.assigneeId && users.get(row.assigneeId)) || null,
    tags: tags.get(row.id)?.tags ?? [],
    sms: sms.get(row.id) ?? null,
    customer: (row.callerE164 && customers.get(row.callerE164)) || null,
  }));
}

/** Who has taken rows off the list by hand: it can be narrowed to what each of them did. */
export function peopleWhoRemoved(): Promise<{ id: string; name: string }[]> {
  // One look into the index for each of the users, however many rows they removed.
  return db.$queryRaw`
    select u.id, u.name from "User" u, lateral (select 1 from "MissedCall" m where m."removedById" = u.id limit 1) found
     order by u.name, u.id`;
}
