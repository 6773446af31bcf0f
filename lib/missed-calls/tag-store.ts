import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { findOrMakeTag } from '../tags/find-or-make.ts';
import { MAX_TAGS_EACH } from '../tags/limits.ts';
import { type MissedCallViewer, visibleTo } from './visible.ts';

/** What is told of a row that a tag was put on or taken off. */
export type TaggedRow = { id: string; version: number; state: string; lineId: string | null };
export type TagOutcome = { kind: 'changed'; row: TaggedRow } | { kind: 'same' | 'notFound' | 'tooMany' };
type By = { userId: string; at: Date };

/** Puts a tag on a row, made where there is none of that name (S2.11). */
export function addTag(missedCallId: string, name: string, viewer: MissedCallViewer, { userId, at }: By): Promise<TagOutcome> {
  return db.$transaction(async (tx) => {
    if (!(await isThere(tx, missedCallId, viewer))) return { kind: 'notFound' };
    if ((await tx.missedCallTag.count({ where: { missedCallId } })) >= MAX_TAGS_EACH) return { kind: 'tooMany' };
    const tag = await findOrMakeTag(tx, name);
    if (!tag) return { kind: 'tooMany' };

    const put = { missedCallId, tagId: tag.id, byId: userId, at };
    const { count } = await tx.missedCallTag.createMany({ data: [put], skipDuplicates: true });
    return count > 0 ? { kind: 'changed', row: await told(tx, missedCallId) } : { kind: 'same' };
  });
}

export function removeTag(missedCallId: string, tagId: string, viewer: MissedCallViewer): Promise<TagOutcome> {
  return db.$transaction(async (tx) => {
    if (!(await isThere(tx, missedCallId, viewer))) return { kind: 'notFound' };
    const { count } = await tx.missedCallTag.deleteMany({ where: { missedCallId, tagId } });
    return count > 0 ? { kind: 'changed', row: await told(tx, missedCallId) } : { kind: 'same' };
  });
}

async function isThere(tx: Prisma.TransactionClient, id: string, viewer: MissedCallViewer): Promise<boolean> {
  return (await tx.missedCall.count({ where: { AND: [{ id, state: { in: ['listed', 'hidden'] } }, visibleTo(viewer)] } })) > 0;
}

async function told(tx: Prisma.TransactionClient, id: string): Promise<TaggedRow> {
  const { chain, ...row } = await tx.missedCall.update({
    where: { id },
    data: { version: { increment: 1 } },
    select: { id: true, version: true, state: true, chain: { select: { lineId: true } } },
  });
  return { ...row, lineId: chain.lineId };
}
