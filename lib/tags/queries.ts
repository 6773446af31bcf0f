import { db } from '../db/client.ts';
import { MAX_TAGS } from './limits.ts';

export type Tag = { id: string; name: string };

/** Every tag there is, by name. */
export function listTags(): Promise<Tag[]> {
  return db.tag.findMany({ select: { id: true, name: true }, orderBy: [{ key: 'asc' }, { id: 'asc' }], take: MAX_TAGS });
}

export type CountedTag = Tag & { uses: number };

/** The same with how many missed calls each is on. */
export async function countTags(): Promise<CountedTag[]> {
  const tags = await db.tag.findMany({
    select: { id: true, name: true, _count: { select: { missedCalls: true } } },
    orderBy: [{ key: 'asc' }, { id: 'asc' }],
    take: MAX_TAGS,
  });
  return tags.map(({ _count, ...tag }) => ({ ...tag, uses: _count.missedCalls }));
}
