import type { Actor } from '../actor.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { draftColumns, readContent, toDraft } from './draft-queries.ts';
import { isWaiting } from './drafting.ts';
import { DRAFT_KEPT_DAYS } from './limits.ts';
import { hadBy } from './own-call.ts';
import type { DropDraft, SaveDraft } from './schema.ts';
import type { SharedDraft } from './types.ts';

/** `tellsIds`: who has or had the call, and so sees its draft. `replacedBy`: who wrote last before this save, where it was another. */
export type SavedDraft = { draft: SharedDraft; replacedBy: SharedDraft['changedBy']; isChanged: boolean; tellsIds: string[] };
export type SaveOutcome = ({ kind: 'saved' | 'registered' } & SavedDraft) | { kind: 'notFound' };

/**
 * Writes fields of a call's draft over what stands there. What was written before the draft was registered comes too late for it:
 * then the answer says what became of it.
 */
export function storeDraft({ callId, version, changes }: SaveDraft, { userId, at }: Actor): Promise<SaveOutcome> {
  return db.$transaction(async (tx) => {
    const call = await tx.call.findFirst({ where: { AND: [{ id: callId }, hadBy(userId)] }, select: concerned });
    if (!call) return { kind: 'notFound' };

    const before = await lockDraft(tx, callId, at);
    const told = { tellsIds: concernedBy(call), replacedBy: before.changedBy?.id === userId ? null : before.changedBy };
    if (before.registeredAt && version < before.version) {
      return { kind: 'registered', draft: await toDraft(before, tx), isChanged: false, ...told };
    }
    const content = { ...readContent(before.content), ...changes };
    if (before.version > 0 && isSame(content, readContent(before.content))) {
      return { kind: 'saved', draft: await toDraft(before, tx), isChanged: false, ...told };
    }

    const written = { content, isWaiting: isWaiting(content), registeredAt: null, interestId: null };
    const data = { ...written, version: { increment: 1 }, changedById: userId, changedAt: at };
    const after = await tx.inquiryDraft.update({ where: { callId }, data, select: draftColumns });
    return { kind: 'saved', draft: await toDraft(after, tx), isChanged: true, ...told };
  });
}

export type DropOutcome = { kind: 'dropped'; version: number; tellsIds: string[] } | { kind: 'notFound' | 'changed' };

/** Throws a draft away as it was seen: what a colleague wrote since is not thrown away unseen. */
export function dropDraft({ callId, version }: DropDraft, { userId, at }: Actor): Promise<DropOutcome> {
  return db.$transaction(async (tx): Promise<DropOutcome> => {
    const call = await tx.call.findFirst({ where: { AND: [{ id: callId }, hadBy(userId)] }, select: concerned });
    if (!call) return { kind: 'notFound' };

    const before = await lockDraft(tx, callId, at);
    if (before.version > version) return { kind: 'changed' };
    const after = await tx.inquiryDraft.update({
      where: { callId },
      data: { ...EMPTY, version: { increment: 1 }, changedById: userId, changedAt: at },
      select: { version: true },
    });
    return { kind: 'dropped', version: after.version, tellsIds: concernedBy(call) };
  });
}

const EMPTY = { content: {}, isWaiting: false };

/** The draft became an interest: nothing is left of what was written. Its version, for who is told. */
export async function closeDraft(
  tx: Prisma.TransactionClient,
  { callId, interestId }: { callId: string; interestId: string },
  { userId, at }: Actor,
): Promise<number> {
  await lockDraft(tx, callId, at);
  const { version } = await tx.inquiryDraft.update({
    where: { callId },
    data: { ...EMPTY, version: { increment: 1 }, changedById: userId, changedAt: at, registeredAt: at, interestId },
    select: { version: true },
  });
  return version;
}

const DAY_MS = 24 * 60 * 60 * 1000;

/** What nobody came back to goes, and what nobody sends again. */
export async function expireDrafts(now: Date): Promise<void> {
  const lt = new Date(now.getTime() - DRAFT_KEPT_DAYS * DAY_MS);
  await db.inquiryDraft.deleteMany({ where: { changedAt: { lt } } });
  await db.inquiryRegistration.deleteMany({ where: { at: { lt } } });
}

/** As in `hadBy`: of a call that only rang at somebody they are told nothing (R34). */
export const concerned = {
  operatorId: true,
  legs: { where: { answeredAt: { not: null } }, select: { userId: true } },
} satisfies Prisma.CallSelect;

export function concernedBy({ operatorId, legs }: Prisma.CallGetPayload<{ select: typeof concerned }>): string[] {
  return [...new Set([operatorId, ...legs.map(({ userId }) => userId)].filter((id) => id !== null))];
}

/** Those who write one draft at once queue here. */
async function lockDraft(tx: Prisma.TransactionClient, callId: string, at: Date) {
  await tx.inquiryDraft.createMany({ data: [{ callId, content: {}, version: 0, changedAt: at }], skipDuplicates: true });
  await tx.$queryRaw`select 1 from "InquiryDraft" where "callId" = ${callId}::uuid for update`;
  return tx.inquiryDraft.findUniqueOrThrow({ where: { callId }, select: { ...draftColumns, registeredAt: true } });
}

function isSame(one: object, other: object): boolean {
  const entries = Object.entries(one);
  return entries.length === Object.keys(other).length && entries.every(([key, value]) => Reflect.get(other, key) === value);
}
