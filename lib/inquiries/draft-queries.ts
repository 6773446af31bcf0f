import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { otherSide, otherSideOf } from './other-side.ts';
import { hadBy } from './own-call.ts';
import { DraftContent } from './schema.ts';
import type { DraftContent as Content, InterestOfCall, SharedDraft, WaitingInquiry } from './types.ts';

const LISTED = 5;
const INTERESTS_OF_CALL = 5;

export const draftColumns = {
  version: true,
  content: true,
  interestId: true,
  changedBy: { select: { id: true, name: true } },
  call: {
    select: {
      interactions: {
        select: {
          by: { select: { id: true, name: true } },
          interest: {
            select: {
              ...{ id: true, number: true, subject: true },
              ...{ customerId: true, potentialName: true, potentialCompany: true },
            },
          },
        },
        orderBy: [{ at: 'desc' }, { id: 'desc' }],
        take: INTERESTS_OF_CALL,
      },
    },
  },
} satisfies Prisma.InquiryDraftSelect;
type Row = Prisma.InquiryDraftGetPayload<{ select: typeof draftColumns }>;

const NONE: SharedDraft = { version: 0, content: {}, changedBy: null, registered: null, interests: [] };

/** The draft of a call of theirs; undefined where the call is none of theirs (R34). */
export async function findDraft(callId: string, userId: string): Promise<SharedDraft | undefined> {
  const call = await db.call.findFirst({
    where: { AND: [{ id: callId }, hadBy(userId)] },
    select: { inquiryDraft: { select: draftColumns } },
  });
  if (!call) return undefined;
  return call.inquiryDraft ? toDraft(call.inquiryDraft) : NONE;
}

export async function toDraft(
  { version, content, changedBy, interestId, call }: Row,
  tx: Pick<Prisma.TransactionClient, 'interest'> = db,
): Promise<SharedDraft> {
  const interest = interestId ? await tx.interest.findUnique({ where: { id: interestId }, select: { number: true } }) : null;
  return {
    version,
    content: readContent(content),
    changedBy,
    registered: interestId && interest ? { interestId, number: interest.number } : null,
    interests: call.interactions.map(toInterestOfCall),
  };
}

function toInterestOfCall({ by, interest }: Row['call']['interactions'][number]): InterestOfCall {
  const { id, number, subject, customerId, potentialName, potentialCompany } = interest;
  return { id, number, subject, by, potentialName: customerId ? '' : potentialName || potentialCompany };
}

/** What an older version of Offhook wrote and this one cannot read is left out. */
export function readContent(stored: unknown): Content {
  return DraftContent.safeParse(stored).data ?? {};
}

/** What calls were left with when they ended, the latest first: it waits for the one who had the call last (decision 0022). */
export async function listWaiting(userId: string): Promise<WaitingInquiry[]> {
  const drafts = await db.inquiryDraft.findMany({
    where: { isWaiting: true, call: { operatorId: userId, phase: 'ended' } },
    select: {
      callId: true,
      version: true,
      content: true,
      call: { select: { ...otherSide, startedAt: true } },
    },
    orderBy: [{ changedAt: 'desc' }, { callId: 'asc' }],
    take: LISTED,
  });
  return drafts.map(({ callId, version, content, call }) => ({
    callId,
    version,
    display: otherSideOf(call).display,
    at: call.startedAt.toISOString(),
    title: titleOf(readContent(content)),
  }));
}

function titleOf({ subject, whatToDo, name, company, note, description }: Content): string {
  return [subject, whatToDo, name, company, note, description].find((text) => text?.trim()) ?? '';
}
