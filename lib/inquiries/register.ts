import type { Actor } from '../actor.ts';
import { rememberChoice } from '../caller-card/choice-store.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { addCall } from '../interests/add-call.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { beginInterest, type CallOfInquiry, type StoredInterest } from './begin-interest.ts';
import { closeDraft, concerned, concernedBy } from './draft-store.ts';
import { type Fault, Faulty } from './fault.ts';
import { hadBy } from './own-call.ts';
import type { RegisterInquiry } from './schema.ts';
import { lockServiceType } from './service-type-lock.ts';

export type Registered = {
  kind: 'registered';
  interest: { id: string; number: number; version: number };
  customerId: string | null;
  /** Of the call's draft, which is gone; and who has or had the call. */
  draft: { callId: string; version: number; tellsIds: string[] } | null;
};
export type RegisterOutcome = Registered | Fault;

type Tx = Prisma.TransactionClient;
type Inquiry = RegisterInquiry['inquiry'];
type CallSeen = CallOfInquiry & { id: string; tellsIds: string[] };

/**
 * Makes the inquiry an interest, or a call of one (S3.8–S3.11): all of it or nothing. Repeated, it finds its own work: interests
 * have ids made in the browser, and a call is an interaction of an interest once.
 */
export async function storeInquiry({ callId, inquiry, opensInterest }: RegisterInquiry, actor: Actor): Promise<RegisterOutcome> {
  const country = await numberCountry();
  try {
    return await db.$transaction(async (tx) => {
      const call = callId ? await findCall(tx, callId, actor.userId) : null;
      if (callId && !call) throw new Faulty({ kind: 'callNotFound' });

      const { number, version, customerId } =
        inquiry.kind === 'existing'
          ? await joinInterest(tx, inquiry, actor)
          : await beginInterest(tx, inquiry, { call, country }, actor);
      const { interestId } = inquiry;
      if (call)
        await tieCall(tx, { interestId, callId: call.id, text: inquiry.kind === 'existing' ? inquiry.description : '' }, actor);
      await tx.user.update({ where: { id: actor.userId }, data: { opensInterest }, select: { id: true } });
      if (call?.e164 && customerId) await rememberChoice({ e164: call.e164, customerId }, actor.at, tx);

      const draft = call && {
        callId: call.id,
        tellsIds: call.tellsIds,
        version: await closeDraft(tx, { callId: call.id, interestId }, actor),
      };
      return { kind: 'registered', interest: { id: interestId, number, version }, customerId, draft };
    });
  } catch (error) {
    if (error instanceof Faulty) return error.fault;
    throw error;
  }
}

/** An active interest gets what is to be done now, and what service it is by now; its subject stays. */
async function joinInterest(
  tx: Tx,
  { interestId: id, whatToDo, serviceTypeId }: Extract<Inquiry, { kind: 'existing' }>,
  { at }: Actor,
): Promise<StoredInterest> {
  await tx.$queryRaw`select 1 from "Interest" where id = ${id}::uuid for update`;
  const before = await tx.interest.findUnique({
    where: { id },
    select: { number: true, version: true, customerId: true, closedAt: true, whatToDo: true, serviceTypeId: true },
  });
  if (!before || before.closedAt) throw new Faulty({ kind: 'interestClosed' });
  await lockServiceType(tx, serviceTypeId, before.serviceTypeId);

  const to = { whatToDo: whatToDo || before.whatToDo, serviceTypeId: serviceTypeId ?? before.serviceTypeId };
  const { version } = await tx.interest.update({
    where: { id },
    data: { ...to, changedAt: at, version: { increment: 1 } },
    select: { version: true },
  });
  return { ...before, version };
}

/** A call is in an interest once; what a second manager wrote of the same call joins what the first wrote. */
async function tieCall(tx: Tx, call: { interestId: string; callId: string; text: string }, actor: Actor): Promise<void> {
  await addCall(tx, call, actor);
  if (call.text === '') return;

  const where = { interestId_callId: { interestId: call.interestId, callId: call.callId } };
  const { text } = await tx.interaction.findUniqueOrThrow({ where, select: { text: true } });
  if (text.includes(call.text)) return;
  await tx.interaction.update({
    where,
    data: { text: text === '' ? call.text : `${text}\n\n${call.text}` },
    select: { id: true },
  });
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
