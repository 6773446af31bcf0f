import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { isMissing, isTaken } from '../db/violations.ts';
import { foldText } from '../folded-text.ts';

export type TagOutcome = 'changed' | 'notFound' | 'taken';

/** Gives a tag another name, on everything that it is on. */
export async function renameTag(tagId: string, name: string, userId: string): Promise<TagOutcome> {
  try {
    await db.$transaction(async (tx) => {
      await tx.tag.update({ where: { id: tagId }, data: { name, key: foldText(name) } });
      await recordAudit(tx, { userId, action: 'tag.changed', subjectType: 'tag', subjectId: tagId, details: { name } });
    });
    return 'changed';
  } catch (error) {
    if (isTaken(error)) return 'taken';
    if (isMissing(error)) return 'notFound';
    throw error;
  }
}

/** Takes a tag off everything that it is on. */
export function deleteTag(tagId: string, userId: string): Promise<TagOutcome> {
  return db.$transaction(async (tx) => {
    const tag = await tx.tag.findUnique({ where: { id: tagId }, select: { name: true } });
    const { count } = await tx.tag.deleteMany({ where: { id: tagId } });
    if (!tag || count === 0) return 'notFound';
    await recordAudit(tx, { userId, action: 'tag.deleted', subjectType: 'tag', subjectId: tagId, details: { name: tag.name } });
    return 'changed';
  });
}
