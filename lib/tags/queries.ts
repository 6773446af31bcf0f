import { db } from '../db/client.ts';
import { MAX_TAGS } from './limits.ts';

export type Tag = { id: string; name: string };

/** Every tag there is, by name. */
export function listTags(): Promise<Tag[]> {
  return db.tag.findMany({ select: { id: true, name: true }, orderBy: [{ key: 'asc' }, { id: 'asc' }], take: MAX_TAGS });
}
