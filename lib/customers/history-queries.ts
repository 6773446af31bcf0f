import { db } from '../db/client.ts';
import type { Page } from '../page.ts';
import type { HistoryPageKey } from './card-pages.ts';

const HISTORY_ROWS = 10;
const MERGE_ROWS = 200;
const SHOWN = [
  'customer.created',
  'customer.changed',
  'customer.merged',
  'customer.merge-undone',
  'note.changed',
  'note.deleted',
  'note.restored',
  'file.added',
  'file.deleted',
  'file.restored',
  'photo.changed',
  'photo.removed',
  'photo.restored',
] as const;
export type HistoryAction = (typeof SHOWN)[number];

export type HistoryEntry = {
  id: string;
  at: Date;
  by: string | null;
  action: HistoryAction;
  details: Record<string, string>;
  /** A merge in force, which can be undone. */
  mergeId: string | null;
};

/** Who changed what of a customer, latest first: also of the records that became part of theirs. */
export async function listHistory(
  customerId: string,
  after: HistoryPageKey | null = null,
): Promise<Page<HistoryEntry, HistoryPageKey>> {
  const merges = await db.customerMerge.findMany({
    where: { keptId: customerId, undoneAt: null },
    select: { id: true, mergedId: true },
    orderBy: { at: 'desc' },
    take: MERGE_ROWS,
  });
  const subjectId = { in: [customerId, ...merges.map(({ mergedId }) => mergedId)] };
  const rows = await db.auditEntry.findMany({
    where: {
      subjectType: 'customer',
      subjectId,
      action: { in: [...SHOWN] },
      ...(after && { id: { lt: BigInt(after) } }),
    },
    select: { id: true, at: true, action: true, details: true, user: { select: { name: true } } },
    orderBy: { id: 'desc' },
    take: HISTORY_ROWS + 1,
  });

  const shown = rows.slice(0, HISTORY_ROWS).flatMap(({ id, at, action, details, user }): HistoryEntry[] => {
    const known = SHOWN.find((each) => each === action);
    const texts = textsOf(details);
    const merge = known === 'customer.merged' ? merges.find((each) => each.id === texts.mergeId) : undefined;
    return known
      ? [{ id: String(id), at, by: user?.name ?? null, action: known, details: texts, mergeId: merge?.id ?? null }]
      : [];
  });
  return { rows: shown, next: rows.length > HISTORY_ROWS ? (shown.at(-1)?.id ?? null) : null };
}

function textsOf(details: unknown): Record<string, string> {
  if (typeof details !== 'object' || details === null) return {};
  return Object.fromEntries(Object.entries(details).filter((entry): entry is [string, string] => typeof entry[1] === 'string'));
}
