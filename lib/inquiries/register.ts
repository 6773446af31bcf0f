import type { Actor } from '../actor.ts';
import { rememberChoice } from '../caller-card/choice-store.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { beginInterest, type CallOfInquiry } from './begin-interest.ts';
import { closeDraft, concerned, concernedBy } from './draft-store.ts';
import { type Fault, Faulty } from './fault.ts';
import { joinInterest } from './join-interest.ts';
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
 * Makes the inquiry an interest, or a call of one (S3.8–S3.11): all of it or nothing. Repeated, it finds its own work: what
 * was registered has an id made in the browser, and a call is an interaction of an interest once.
 */
export async function storeInquiry(
  { registrationId, callId, inquiry, opensInterest }: RegisterInquiry,
  actor: Actor,
): Promise<RegisterOutcome> {
  const country = await numberCountry();
  try {
    return await db.$transaction(async (tx) => {
      const call = callId ? await findCall(tx, callId, actor.userId) : null;
      if (callId && !call) throw new Faulty({ kind: 'callNotFound' });

      const { number, version, customerId, isRepeated } =
        inquiry.kind === 'existing'
          ? await joinInterest(tx, { registrationId, ...inquiry }, callId, actor)
          : await beginInterest(tx, { registrationId, ...inquiry }, { call, country }, actor);
      const { interestId } = inquiry;
      await tx.user.update({ where: { id: actor.userId }, data: { opensInterest }, select: { id: true } });
      if (call?.e164 && customerId) await rememberChoice({ e164: call.e164, customerId }, actor.at, tx);

      // What was written after the first time is a new draft, and stays.
      const closes = isRepeated ? null : call;
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

async function findCall(tx: Tx, callId: string, userId: string): Promise<CallSeen | null> {
  const call = await tx.call.findFirst({
    where: { AND: [{ id: callId }, hadBy(userId)] },
    select: { ...concerned, direction: true, fromE164: true, fromDisplay: true, toE164: true, toDisplay: true },
  });
  if (!call) return null;
  const tellsIds = concernedBy(call);
  // An extension is nobody's number (S3.16).
  if (call.direction === 'internal') return { id: callId, e164: null, display: '', tellsIds };
  return call.direction === 'outbound'
    ? { id: callId, e164: call.toE164, display: call.toDisplay, tellsIds }
    : { id: callId, e164: call.fromE164, display: call.fromDisplay, tellsIds };
}
