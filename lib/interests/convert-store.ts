import { lockCustomer } from '../customers/lock-customer.ts';
import { isTaken, lockNumber, type OwnNumber, readOwnNumber } from '../customers/number-store.ts';
import { type Author, recordChange } from '../customers/record-change.ts';
import { storeCustomerIn } from '../customers/store.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { ConvertPotential } from './convert-schema.ts';
import { lockInterest } from './touch.ts';

export type MovedInterest = { id: string; number: number; version: number };
export type ConvertOutcome =
  | { kind: 'converted'; customerId: string; moved: MovedInterest[] }
  | { kind: 'notFound' | 'numberUnreadable' | 'customerGone' }
  /** Somebody has the number, and the manager has not said what that means. */
  | { kind: 'numberTaken'; e164: string }
  /** A colleague was faster: whose it is by now. */
  | { kind: 'convertedMeanwhile'; name: string };

type Tx = Prisma.TransactionClient;
type Converting = Author & { at: Date };

/**
 * Makes a customer of a potential one, or finds that they are one: with the number they called from, the one that was typed, and every
 * interest of these numbers that is theirs by all that is known. Calls are found by the number. Two who do it at once queue at the number
 * and at the interest: the second hears of the first one's customer. Numbers, customer, interests are locked in this order, as everywhere.
 */
export function storeConversion(input: ConvertPotential, converting: Converting): Promise<ConvertOutcome> {
  const { interestId, phone, to } = input;

  return db.$transaction(async (tx): Promise<ConvertOutcome> => {
    const number = phone.trim() === '' ? null : readOwnNumber(phone, converting.country);
    if (number === 'unreadable') return { kind: 'numberUnreadable' };
    const own = await calledFrom(tx, interestId);
    const numbers = [number, own?.e164 === number?.e164 ? null : own].filter((each) => each !== null);
    for (const { e164 } of numbers.toSorted(byNumber)) await lockNumber(tx, e164);
    if (to.kind === 'known' && !(await lockCustomer(tx, to.customerId))) return { kind: 'customerGone' };
    if (!(await lockInterest(tx, interestId))) return { kind: 'notFound' };

    const { customer, ...interest } = await tx.interest.findUniqueOrThrow({
      where: { id: interestId },
      select: {
        responsibleId: true,
        potentialName: true,
        potentialCompany: true,
        customer: { select: { id: true, name: true } },
      },
    });
    if (customer && customer.id !== to.customerId) return { kind: 'convertedMeanwhile', name: customer.name };
    if (customer) return { kind: 'converted', customerId: customer.id, moved: [] };

    const found = to.kind === 'new' ? await createFrom(tx, input, to, converting) : { customerId: to.customerId };
    if ('kind' in found) return found;
    const { customerId } = found;
    for (const each of numbers) await giveNumber(tx, customerId, each, converting);
    // Who led them so far looks after them from now on.
    const { responsibleId } = interest;
    if (responsibleId && to.kind === 'new')
      await tx.customer.updateMany({ where: { id: customerId, managerId: null }, data: { managerId: responsibleId } });

    const theirs = await tx.customer.findUniqueOrThrow({ where: { id: customerId }, select: { name: true, company: true } });
    const moved = await moveInterests(tx, {
      interestId,
      customerId,
      e164s: await notShared(tx, customerId, numbers),
      names: [interest.potentialName, theirs.name],
      companies: [interest.potentialCompany, theirs.company ?? ''],
      at: converting.at,
    });
    await recordChange(tx, customerId, converting, { interestsJoined: moved.map(inWords).join(', ') });
    return {
      kind: 'converted',
      customerId,
      moved: moved.map(({ id, number: count, version }) => ({ id, number: count, version })),
    };
  });
}

/** The interest's number, where a call came from it or went there: one that was only written down may have been wrong, and is corrected. */
async function calledFrom(tx: Tx, interestId: string): Promise<OwnNumber | null> {
  const interest = await tx.interest.findUnique({
    where: { id: interestId },
    select: { phoneE164: true, phoneDisplay: true },
  });
  if (!interest?.phoneE164) return null;
  const call = { OR: [{ fromE164: interest.phoneE164 }, { toE164: interest.phoneE164 }] };
  if (!(await tx.call.findFirst({ where: call, select: { id: true } }))) return null;
  return { raw: interest.phoneE164, e164: interest.phoneE164, display: interest.phoneDisplay };
}

/** Whoever locks several numbers does so in one order. */
function byNumber(one: OwnNumber, other: OwnNumber): number {
  return one.e164.localeCompare(other.e164);
}

/** A number that others have too says nothing of whose an interest is. */
async function notShared(tx: Tx, customerId: string, numbers: OwnNumber[]): Promise<string[]> {
  const own: string[] = [];
  for (const { e164 } of numbers) if (!(await isTaken(tx, e164, customerId))) own.push(e164);
  return own;
}

/** `#12 (Żaneta Nowa, Nowa)`: who they were until now is kept in the customer's history. */
function inWords({ number, name, company }: Moved): string {
  const who = [name, company].filter((each) => each !== '').join(', ');
  return who === '' ? `#${number}` : `#${number} (${who})`;
}

async function createFrom(
  tx: Tx,
  { phone }: ConvertPotential,
  { customerId, name, company, isShared }: Extract<ConvertPotential['to'], { kind: 'new' }>,
  author: Author,
): Promise<ConvertOutcome | { customerId: string }> {
  const details = { name, company, class: 'regular', note: '', birthday: null, source: '' } as const;
  const outcome = await storeCustomerIn(tx, { customerId, details, phone, isShared, city: '' }, author);
  switch (outcome.kind) {
    case 'created':
      return { customerId };
    case 'merged':
      return { customerId: outcome.keptId };
    case 'numberUnreadable':
      return { kind: 'numberUnreadable' };
    case 'numberTaken':
      return outcome;
  }
}

/** A number that nobody has is theirs, too (S1.15). One that others have stays as it is. */
async function giveNumber(tx: Tx, customerId: string, number: OwnNumber, author: Author): Promise<void> {
  const { e164 } = number;
  if ((await tx.phoneNumber.count({ where: { customerId, e164 } })) > 0 || (await isTaken(tx, e164, customerId))) return;
  const isPrimary = (await tx.phoneNumber.count({ where: { customerId } })) === 0;
  await tx.phoneNumber.create({ data: { ...number, customerId, isPrimary }, select: { id: true } });
  await recordChange(tx, customerId, author, { numberAdded: e164 });
}

type Moving = {
  interestId: string;
  customerId: string;
  e164s: string[];
  /** What they go by, as it was taken down and as it is now. */
  names: string[];
  companies: string[];
  at: Date;
};
type Moved = MovedInterest & { name: string; company: string };

/**
 * This interest, and the others of the numbers that are of the same person, or say nothing of whose they are: colleagues at one
 * company's number each keep their own.
 */
function moveInterests(tx: Tx, { interestId, customerId, e164s, names, companies, at }: Moving): Promise<Moved[]> {
  return tx.$queryRaw<Moved[]>`
    with theirs as (
      select id, "potentialName" as name, "potentialCompany" as company from "Interest"
       where "customerId" is null and (id = ${interestId}::uuid or (
             "phoneE164" = any(${e164s}::text[])
             and lower(btrim("potentialName")) in (select '' union select lower(btrim(n)) from unnest(${names}::text[]) n)
             and lower(btrim("potentialCompany")) in (select '' union select lower(btrim(c)) from unnest(${companies}::text[]) c)))
       order by id for update)
    update "Interest" i
       set "customerId" = ${customerId}::uuid, "contactId" = null, "potentialName" = '', "potentialCompany" = '',
           "phoneE164" = null, "phoneDisplay" = '', version = version + 1, "changedAt" = ${at}
      from theirs where i.id = theirs.id
    returning i.id, i.number, i.version, theirs.name, theirs.company`;
}
