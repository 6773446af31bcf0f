import type { CardDetails } from './schema.ts';

/** Details with those of a colleague at some paths (`note`, `extra.<id>`). */
export function withTheirs(mine: CardDetails, theirs: CardDetails, paths: string[]): CardDetails {
  const { extra: theirExtra, ...theirPlain } = theirs;
  const plain = Object.fromEntries(Object.entries(theirPlain).filter(([key]) => paths.includes(key)));
  const ids = paths.flatMap((path) => (path.startsWith('extra.') ? [path.slice('extra.'.length)] : []));
  const extra = Object.fromEntries(ids.map((id) => [id, theirExtra[id] ?? null]));
  return { ...mine, ...plain, extra: { ...mine.extra, ...extra } };
}
