import type { Prisma } from '../db/generated/client.ts';
import type { Period } from '../period.ts';
import type { MissedCallFilter, RemovedBy } from './filter.ts';
import type { MissedCallViewer } from './visible.ts';

export function ofView({ view }: MissedCallFilter): Prisma.MissedCallWhereInput {
  if (view === 'visible') return { state: 'listed' };
  return view === 'hidden' ? { state: 'hidden' } : { state: { in: ['listed', 'hidden'] } };
}

/** Last missed in it, as the statistics count. */
export function ofPeriod(period: Period | null): Prisma.MissedCallWhereInput {
  return period ? { lastMissedAt: { gte: period.from, lt: period.to } } : {};
}

export function ofStatus({ status }: MissedCallFilter): Prisma.MissedCallWhereInput {
  return status ? { lastStatus: status } : {};
}

/** The same rows as the slice of this name in the statistics (S2.28). */
export function ofRemoval({ removed }: MissedCallFilter): Prisma.MissedCallWhereInput {
  return removed ? removedBy(removed) : {};
}

function removedBy(removed: RemovedBy): Prisma.MissedCallWhereInput {
  switch (removed) {
    case 'list':
      return { removalReason: null };
    case 'automaton':
      return { removalReason: { not: 'manual' } };
    case 'called_back':
    case 'got_through':
    case 'sms':
    case 'retention':
      return { removalReason: removed };
    case 'hand':
      return { removalReason: 'manual' };
    case 'former':
      return { removalReason: 'manual', removedById: null };
    default:
      return { removalReason: 'manual', removedById: removed };
  }
}

export function ofTag({ tag }: MissedCallFilter): Prisma.MissedCallWhereInput {
  return tag ? { tags: { some: { tagId: tag } } } : {};
}

/** `me` is whoever looks. */
export function ofAssignee({ assigned }: MissedCallFilter, { userId }: MissedCallViewer): Prisma.MissedCallWhereInput {
  if (!assigned) return {};
  return { assigneeId: assigned === 'me' ? (userId ?? null) : null };
}

/** Behind the last row of the page before. */
export function behind({ after }: MissedCallFilter): Prisma.MissedCallWhereInput {
  if (!after) return {};
  const { lastMissedAt, id } = after;
  // The first half lets the index begin at the page.
  return { lastMissedAt: { lte: lastMissedAt }, OR: [{ lastMissedAt: { lt: lastMissedAt } }, { id: { lt: id } }] };
}
