import type { Actor } from '../actor.ts';
import { findKeptId } from '../customers/kept-customer.ts';
import type { Prisma } from '../db/generated/client.ts';
import { createInterest, type InterestOf } from '../interests/create-interest.ts';
import { isCallable, readNumber } from '../phone-number.ts';
import { Faulty } from './fault.ts';
import type { RegisterInquiry } from './schema.ts';
import { lockServiceType } from './service-type-lock.ts';

type Tx = Prisma.TransactionClient;
type Inquiry = RegisterInquiry['inquiry'];
/** The other side of the call, as it is written into the interest. */
export type CallOfInquiry = { e164: string | null; display: string };
export type StoredInterest = { number: number; version: number; customerId: string | null };

/** Stores a new interest, led by who registers it; one that is stored already is left as it is. */
export async function beginInterest(
  tx: Tx,
  { interestId: id, of, subject, whatToDo, description, serviceTypeId }: Extract<Inquiry, { kind: 'new' }>,
  { call, country }: { call: CallOfInquiry | null; country: string },
  actor: Actor,
): Promise<StoredInterest> {
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
  const whose = of.kind === 'customer' ? await ofCustomer(tx, of.customerId, call) : ofPotential(of, call, country);
  const content = { subject, whatToDo, description, serviceTypeId };
  const number = await createInterest(tx, { id, of: whose, ...content, responsibleId: actor.userId }, actor);
  return { number, version: 1, customerId: 'customerId' in whose ? whose.customerId : null };
}

/** One that was merged into another record meanwhile is that one. The contact person is whose number calls. */
async function ofCustomer(tx: Tx, chosenId: string, call: CallOfInquiry | null): Promise<InterestOf> {
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

function ofPotential({ name, company, phone }: Potential, call: CallOfInquiry | null, country: string): InterestOf {
  const typed = readNumber(phone, country);
  const other = typed.kind === 'number' && isCallable(typed.e164) ? typed : null;
  const phoneDisplay = other?.display ?? call?.display ?? '';
  if (name === '' && company === '' && phoneDisplay === '') throw new Faulty({ kind: 'nameMissing' });
  return { potential: { name, company, phoneE164: other?.e164 ?? call?.e164 ?? null, phoneDisplay } };
}
