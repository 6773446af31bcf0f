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
 * Makes a customer of a potential one, or finds that they are one: with the number, and with every interest of that number which is nobody's
 * yet. Calls are found by the number. Two who do it at once queue at the number and at the interest: the second hears of the first one's
 * customer. Number, customer, interests are locked in this order, as everywhere.
 */
export function storeConversion(input: ConvertPotential, converting: Converting): Promise<ConvertOutcome> {
  const { interestId, phone, to } = input;

  return db.$transaction(async (tx): Promise<ConvertOutcome> => {
    const number = phone.trim() === '' ? null : readOwnNumber(phone, converting.country);
    if (number === 'unreadable') return { kind: 'numberUnreadable' };
    if (number) await lockNumber(tx, number.e164);
    if (to.kind === 'known' && !(await lockCustomer(tx, to.customerId))) return { kind: 'customerGone' };
    if (!(await lockInterest(tx, interestId))) return { kind: 'notFound' };

    const { customer, responsibleId } = await tx.interest.findUniqueOrThrow({
      where: { id: interestId },
      select: { responsibleId: true, customer: { select: { id: true, name: true } } },
    });
    if (customer && customer.id !== to.customerId) return { kind: 'convertedMeanwhile', name: customer.name };
    if (customer) return { kind: 'converted', customerId: customer.id, moved: [] };

    const found = to.kind === 'new' ? await createFrom(tx, input, to, converting) : { customerId: to.customerId };
    if ('kind' in found) return found;
    const { customerId } = found;
    if (to.kind === 'known' && number) await giveNumber(tx, customerId, number, converting);
    // Who led them so far looks after them from now on.
    if (responsibleId && to.kind === 'new')
      await tx.customer.updateMany({ where: { id: customerId, managerId: null }, data: { managerId: responsibleId } });

    const moved = await moveInterests(tx, { interestId, customerId, e164: number?.e164 ?? null, at: converting.at });
    const numbers = moved.map((each) => `#${each.number}`).join(', ');
    await recordChange(tx, customerId, converting, { interestsJoined: numbers });
    return { kind: 'converted', customerId, moved };
  });
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

/** A known customer calls from a number that nobody has: it is theirs, too (S1.15). One that others have stays as it is. */
async function giveNumber(tx: Tx, customerId: string, number: OwnNumber, author: Author): Promise<void> {
  const { e164 } = number;
  if ((await tx.phoneNumber.count({ where: { customerId, e164 } })) > 0 || (await isTaken(tx, e164, customerId))) return;
  const isPrimary = (await tx.phoneNumber.count({ where: { customerId } })) === 0;
  await tx.phoneNumber.create({ data: { ...number, customerId, isPrimary }, select: { id: true } });
  await recordChange(tx, customerId, author, { numberAdded: e164 });
}

type Moving = { interestId: string; customerId: string; e164: string | null; at: Date };

function moveInterests(tx: Tx, { interestId, customerId, e164, at }: Moving): Promise<MovedInterest[]> {
  return tx.$queryRaw<MovedInterest[]>`
    with theirs as (
      select id from "Interest"
       where "customerId" is null and (id = ${interestId}::uuid or "phoneE164" = ${e164}) order by id for update)
    update "Interest" i
       set "customerId" = ${customerId}::uuid, "contactId" = null, "potentialName" = '', "potentialCompany" = '',
           "phoneE164" = null, "phoneDisplay" = '', version = version + 1, "changedAt" = ${at}
      from theirs where i.id = theirs.id
    returning i.id, i.number, i.version`;
}
