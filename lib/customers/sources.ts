import { db } from '../db/client.ts';

const SOURCE_ROWS = 30;
const KEPT_MS = 5 * 60_000;

let kept: { sources: Promise<string[]>; until: number } | undefined;

/**
 * How customers heard of the house, as it was written before, the most frequent first: suggestions, so that it is written alike.
 * Kept for a while, because counting them reads every customer.
 */
export function listSources(): Promise<string[]> {
  if (kept && kept.until > performance.now()) return kept.sources;

  const sources = countSources();
  kept = { sources, until: performance.now() + KEPT_MS };
  sources.catch(() => {
    kept = undefined;
  });
  return sources;
}

async function countSources(): Promise<string[]> {
  const groups = await db.customer.groupBy({
    by: ['source'],
    where: { source: { not: '' } },
    _count: { source: true },
    orderBy: [{ _count: { source: 'desc' } }, { source: 'asc' }],
    take: SOURCE_ROWS,
  });
  return groups.map(({ source }) => source);
}
