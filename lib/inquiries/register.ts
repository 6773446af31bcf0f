import type { Actor } from '../actor.ts';
import { rememberChoice } from '../caller-card/choice-store.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { beginInterest, type CallOfInquiry, type Seen, type StoredInterest } from './begin-interest.ts';
import { closeDraft, concerned, concernedBy } from './draft-store.ts';
import { type Fault, Faulty } from './fault.ts';
import { isFirstTime } from './first-time.ts';
import { joinInterest } from './join-interest.ts';
import { otherSide, otherSideOf } from './other-side.ts';
import { hadBy } from './own-call.ts';
import type { RegisterInquiry } from './schema.ts';

export type Registered = {
  kind: 'registered';
  interest: { id: string; number: number; version: number };
  customerId: string | null;
  /** Of the call's draft, which is gone; and who has or had the call. */
  draft: { callId: string; version: number; tellsIds: string[] } | null;
};
export type RegisterOutcome = Registered | Fault;

type Tx = Prisma.TransactionClient;
type CallSeen = CallOfInquiry & { tellsIds: string[] };

/**
 * Makes the inquiry an interest, or a call of one (S3.8–S3.11): all of it or nothing. Sent again
 * after a lost answer it is done once, whatever became of the interest since.
 */
export async function storeInquiry(request: RegisterInquiry, actor: Actor): Promise<RegisterOutcome> {
  const { callId, inquiry, opensInterest } = request;
  const country = await numberCountry();
  try {
    return await db.$transaction(async (tx) => {
      const call = callId ? await findCall(tx, callId, actor.userId) : null;
      if (callId && !call) throw new Faulty({ kind: 'callNotFound' });

      const isFirst = await isFirstTime(tx, request, actor);
      const { number, version, customerId } = await (isFirst
        ? storeIn(tx, inquiry, { call, country }, actor)
        : findRegistered(tx, inquiry.interestId));
      const { interestId } = inquiry;
      await tx.user.update({ where: { id: actor.userId }, data: { opensInterest }, select: { id: true } });
      if (call?.e164 && customerId) await rememberChoice({ e164: call.e164, customerId }, actor.at, tx);

      // What a colleague wrote after the first time is a new draft, and stays.
      const closes = isFirst || (callId && (await wroteLast(tx, callId, actor.userId))) ? call : null;
      const draft = closes && {
        callId: closes.id,
        tellsIds: closes.tellsIds,
        version: await closeDraft(tx, { callId: closes.id, interestId }, actor),
      };
      return { kind: 'registered', interest: { id: interestId, number, version }, customerId, draft };
    });
  } catch (error) {
    if (error instanceof Faulty) return error.fault;
    throw error;
  }
}

function storeIn(tx: Tx, inquiry: RegisterInquiry['inquiry'], seen: Seen, actor: Actor): Promise<StoredInterest> {
  return inquiry.kind === 'existing'
    ? joinInterest(tx, inquiry, seen.call?.id ?? null, actor)
    : beginInterest(tx, inquiry, seen, actor);
}

async function wroteLast(tx: Tx, callId: string, userId: string): Promise<boolean> {
  const draft = await tx.inquiryDraft.findUnique({ where: { callId }, select: { changedById: true, registeredAt: true } });
  return draft?.changedById === userId && draft.registeredAt === null;
}

async function findRegistered(tx: Tx, id: string): Promise<StoredInterest> {
  const interest = await tx.interest.findUnique({ where: { id }, select: { number: true, version: true, customerId: true } });
  if (!interest) throw new Faulty({ kind: 'interestClosed' });
  return interest;
}

async function findCall(tx: Tx, callId: string, userId: string): Promise<CallSeen | null> {
  const call = await tx.call.findFirst({
    where: { AND: [{ id: callId }, hadBy(userId)] },
    select: { ...concerned, ...otherSide },
  });
  return call && { id: callId, ...otherSideOf(call), tellsIds: concernedBy(call) };
}
