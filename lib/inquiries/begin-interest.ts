import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import { createInterest, type InterestOf, whoseColumns } from '../interests/create-interest.ts';
import { lockInterest, touchInterest } from '../interests/touch.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import { Faulty } from './fault.ts';
import { holdCustomer } from './hold-customer.ts';
import type { RegisterInquiry } from './schema.ts';
import { lockServiceType } from './service-type-lock.ts';
import { saidOf, writeDown } from './write-down.ts';

type Tx = Prisma.TransactionClient;
/** The other side of the call, as it is written into the interest. */
export type CallOfInquiry = { id: string; e164: string | null; display: string };
export type StoredInterest = { number: number; version: number; customerId: string | null };

/** `country`: of a number that was typed without one. */
export type Seen = { call: CallOfInquiry | null; country: string };
type New = Extract<RegisterInquiry['inquiry'], { kind: 'new' }>;

/** Stores a new interest, led by who registers it, with the call in it (S3.11). */
export async function beginInterest(tx: Tx, inquiry: New, seen: Seen, actor: Actor): Promise<StoredInterest> {
  const { interestId: id, of, subject, whatToDo, description, serviceTypeId } = inquiry;
  if (of.kind === 'customer') await holdCustomer(tx, of.customerId);
  if (await lockInterest(tx, id)) return beginAgain(tx, inquiry, seen, actor);

  const { call, country } = seen;
  await lockServiceType(tx, serviceTypeId, null);
  const whose = await whoseOf(tx, inquiry, call, country);
  const content = { subject, whatToDo, description, serviceTypeId };
  const number = await createInterest(tx, { id, of: whose, ...content, responsibleId: actor.userId }, actor);
  await writeDown(tx, { interestId: id, callId: call?.id ?? null, text: '' }, actor);
  return { number, version: FIRST_VERSION, customerId: 'customerId' in whose ? whose.customerId : null };
}

/**
 * Sent again after a lost answer, with other words than the first time. Where nobody has touched the interest since, it gets them;
 * else they stand in its timeline, and what a colleague wrote stays.
 */
async function beginAgain(tx: Tx, inquiry: New, { call, country }: Seen, actor: Actor): Promise<StoredInterest> {
  const { interestId: id, of, subject, whatToDo, description, serviceTypeId } = inquiry;
  const known = await tx.interest.findUniqueOrThrow({
    where: { id },
    select: { number: true, version: true, customerId: true, createdById: true, serviceTypeId: true },
  });
  // Never the interest of somebody else, under an id that was guessed.
  if (known.createdById !== actor.userId) throw new Faulty({ kind: 'interestClosed' });

  const isUntouched = known.version === FIRST_VERSION;
  const who = of.kind === 'potential' ? [of.name, of.company, of.phone] : [];
  const said = [who.filter((each) => each !== '').join(', '), subject, saidOf({ whatToDo, description })];
  const text = isUntouched ? '' : said.filter((each) => each !== '').join('\n\n');
  await writeDown(tx, { interestId: id, callId: call?.id ?? null, text }, actor);
  if (!isUntouched) return known;

  await lockServiceType(tx, serviceTypeId, known.serviceTypeId);
  const whose = whoseColumns(await whoseOf(tx, inquiry, call, country));
  await tx.interest.update({
    where: { id },
    data: { subject, whatToDo, description, serviceTypeId, ...whose },
    select: { id: true },
  });
  return { ...known, customerId: whose.customerId, version: await touchInterest(tx, id, actor.at) };
}

const FIRST_VERSION = 1;

async function whoseOf(tx: Tx, { of }: New, call: CallOfInquiry | null, country: string): Promise<InterestOf> {
  if (of.kind === 'customer') return ofCustomer(tx, of.customerId, call);

  // A colleague may have made them a customer while the wizard was open.
  const e164 = of.isChosen || typedNumber(of.phone, country) ? null : call?.e164;
  const owner = e164
    ? await tx.phoneNumber.findFirst({ where: { e164, customerId: { not: null } }, select: { id: true } })
    : null;
  if (owner) throw new Faulty({ kind: 'numberOfCustomer' });
  return ofPotential(of, call, country);
}

/** One that was merged into another record meanwhile is that one. The contact person is whose number calls. */
async function ofCustomer(tx: Tx, chosenId: string, call: CallOfInquiry | null): Promise<InterestOf> {
  const id = await holdCustomer(tx, chosenId);
  if (id === null) throw new Faulty({ kind: 'customerGone' });

  const number = call?.e164
    ? await tx.phoneNumber.findFirst({ where: { e164: call.e164, customerId: id }, select: { contactId: true } })
    : null;
  return { customerId: id, contactId: number?.contactId ?? null };
}

/** Null also for a name that was searched for. */
function typedNumber(phone: string, country: string) {
  const typed = readNumber(phone, country);
  return typed.kind === 'number' && isCallable(typed.e164) ? typed : null;
}

type Potential = { name: string; company: string; phone: string };

function ofPotential({ name, company, phone }: Potential, call: CallOfInquiry | null, country: string): InterestOf {
  const other = typedNumber(phone, country);
  const phoneDisplay = other?.display ?? call?.display ?? '';
  if (name === '' && company === '' && phoneDisplay === '') throw new Faulty({ kind: 'nameMissing' });
  return { potential: { name, company, phoneE164: other?.e164 ?? call?.e164 ?? null, phoneDisplay } };
}
