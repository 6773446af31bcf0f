import type { Actor } from '../actor.ts';
import { rememberChoice } from '../caller-card/choice-store.ts';
import { findKeptId } from '../customers/kept-customer.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { addCall } from '../interests/add-call.ts';
import { createInterest, type InterestOf } from '../interests/create-interest.ts';
import { numberCountry } from '../pbx/number-country.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import { closeDraft, concerned, concernedBy } from './draft-store.ts';
import { hadBy } from './own-call.ts';
import type { RegisterInquiry } from './schema.ts';

export type Registered = {
  kind: 'registered';
  interest: { id: string; number: number; version: number };
  customerId: string | null;
  /** Of the call's draft, which is gone; and who has or had the call. */
  draft: { callId: string; version: number; tellsIds: string[] } | null;
};
type Fault = { kind: 'callNotFound' | 'interestClosed' | 'serviceTypeGone' | 'customerGone' | 'nameMissing' };
export type RegisterOutcome = Registered | Fault;

type Tx = Prisma.TransactionClient;
type Inquiry = RegisterInquiry['inquiry'];
type CallSeen = { id: string; e164: string | null; display: string; tellsIds: string[] };

/** Thrown to take back what the transaction wrote before the fault was found. */
class Faulty extends Error {
  constructor(readonly fault: Fault) {
    super(fault.kind);
  }
}

/**
 * Makes the inquiry an interest, or a call of one (S3.8–S3.11): all of it or nothing. Repeated, it finds its own work: interests
 * have ids made in the browser, and a call is an interaction of an interest once.
 */
export async function storeInquiry({ callId, inquiry, opensInterest }: RegisterInquiry, actor: Actor): Promise<RegisterOutcome> {
  try {
    return await db.$transaction(async (tx) => {
      const call = callId ? await findCall(tx, callId, actor.userId) : null;
      if (callId && !call) throw new Faulty({ kind: 'callNotFound' });

      const { number, version, customerId } =
        inquiry.kind === 'existing' ? await joinInterest(tx, inquiry, actor) : await beginInterest(tx, inquiry, call, actor);
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

type Stored = { number: number; version: number; customerId: string | null };

async function beginInterest(
  tx: Tx,
  { interestId: id, of, subject, whatToDo, description, serviceTypeId }: Extract<Inquiry, { kind: 'new' }>,
  call: CallSeen | null,
  actor: Actor,
): Promise<Stored> {
  const known = await tx.interest.findUnique({
    where: { id },
    select: { number: true, version: true, customerId: true, createdById: true },
  });
  // Sent again after a lost answer; never the interest of somebody else under an id that was guessed.
  if (known) {
    if (known.createdById !== actor.userId) throw new Faulty({ kind: 'interestClosed' });
    return known;
  }
  await lockServiceType(tx, serviceTypeId, null);
  const whose = of.kind === 'customer' ? await ofCustomer(tx, of.customerId, call) : await ofPotential(of, call);
  const content = { subject, whatToDo, description, serviceTypeId };
  const number = await createInterest(tx, { id, of: whose, ...content, responsibleId: actor.userId }, actor);
  return { number, version: 1, customerId: 'customerId' in whose ? whose.customerId : null };
}

/** One that was merged into another record meanwhile is that one. The contact person is whose number calls. */
async function ofCustomer(tx: Tx, chosenId: string, call: CallSeen | null): Promise<InterestOf> {
  const id = (await findKeptId(chosenId, tx)) ?? chosenId;
  // Held until the end: an erasure waits, or is over.
  const [customer] = await tx.$queryRaw<unknown[]>`select 1 from "Customer" where id = ${id}::uuid for key share`;
  if (!customer) throw new Faulty({ kind: 'customerGone' });

  const number = call?.e164
    ? await tx.phoneNumber.findFirst({ where: { e164: call.e164, customerId: id }, select: { contactId: true } })
    : null;
  return { customerId: id, contactId: number?.contactId ?? null };
}

type Potential = { name: string; company: string; phone: string };

async function ofPotential({ name, company, phone }: Potential, call: CallSeen | null): Promise<InterestOf> {
  const typed = readNumber(phone, await numberCountry());
  const other = typed.kind === 'number' && isCallable(typed.e164) ? typed : null;
  const phoneDisplay = other?.display ?? call?.display ?? '';
  if (name === '' && company === '' && phoneDisplay === '') throw new Faulty({ kind: 'nameMissing' });
  return { potential: { name, company, phoneE164: other?.e164 ?? call?.e164 ?? null, phoneDisplay } };
}

/** An active interest gets what is to be done now, and what service it is by now; its subject stays. */
async function joinInterest(
  tx: Tx,
  { interestId: id, whatToDo, serviceTypeId }: Extract<Inquiry, { kind: 'existing' }>,
  { at }: Actor,
): Promise<Stored> {
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

/** One that is archived is given to no interest any more; the interest that has it keeps it. */
async function lockServiceType(tx: Tx, id: string | null, keptId: string | null): Promise<void> {
  if (id === null || id === keptId) return;
  const [open] = await tx.$queryRaw<
    unknown[]
  >`select 1 from "ServiceType" where id = ${id}::uuid and "archivedAt" is null for share`;
  if (!open) throw new Faulty({ kind: 'serviceTypeGone' });
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
