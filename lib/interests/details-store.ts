import type { Actor } from '../actor.ts';
import { isTheirs } from '../customers/contact-store.ts';
import { readOwnNumber } from '../customers/number-store.ts';
import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import { isManager } from '../users/managers.ts';
import { changedDetails, changedMeanwhile, type DetailField, POTENTIAL_FIELDS } from './details.ts';
import type { ChangeInterest, InterestDetails } from './details-schema.ts';
import { holdServiceType } from './hold-service-type.ts';
import { lockInterest, touchInterest } from './touch.ts';

export type DetailsOutcome =
  | { kind: 'changed'; version: number }
  | { kind: 'unchanged' | 'notFound' }
  /** What a colleague changed first. */
  | { kind: 'conflict'; fields: DetailField[]; theirs: InterestDetails }
  /** What cannot be chosen, or not read, by its field. */
  | { kind: 'invalid'; problems: Record<string, string> };

export const detailsSelect = {
  customerId: true,
  subject: true,
  whatToDo: true,
  description: true,
  serviceTypeId: true,
  responsibleId: true,
  contactId: true,
  potentialName: true,
  potentialCompany: true,
  phoneDisplay: true,
} satisfies Prisma.InterestSelect;
type DetailsRow = Prisma.InterestGetPayload<{ select: typeof detailsSelect }>;

export function toDetails({ customerId: _, phoneDisplay: phone, ...row }: DetailsRow): InterestDetails {
  return { ...row, phone };
}

/** Stores what was changed, unless a colleague changed the same to something else first. What they changed elsewhere stays. */
export function storeDetails(
  { interestId: id, from, to }: ChangeInterest,
  { at, country }: Pick<Actor, 'at'> & { country: string },
): Promise<DetailsOutcome> {
  return db.$transaction(async (tx): Promise<DetailsOutcome> => {
    if (!(await lockInterest(tx, id))) return { kind: 'notFound' };
    const row = await tx.interest.findUniqueOrThrow({ where: { id }, select: detailsSelect });
    const theirs = toDetails(row);
    const fields = changedMeanwhile(from, to, theirs);
    if (fields.length > 0) return { kind: 'conflict', fields, theirs };

    const wish = changedDetails(theirs, { ...theirs, ...to }).to;
    // A repeated save finds what it wanted.
    if (Object.keys(wish).length === 0) return { kind: 'unchanged' };
    const lost = row.customerId ? POTENTIAL_FIELDS.filter((field) => wish[field] !== undefined) : [];
    if (lost.length > 0) return { kind: 'conflict', fields: lost, theirs };

    const { phone, ...columns } = wish;
    const number = readPhone(phone, country);
    const problems = await problemsOf(tx, wish, row.customerId, number === 'unreadable');
    if (problems || number === 'unreadable') return { kind: 'invalid', problems: problems ?? {} };

    await tx.interest.update({ where: { id }, data: { ...columns, ...number }, select: { id: true } });
    return { kind: 'changed', version: await touchInterest(tx, id, at) };
  });
}

/** The columns of a number that was typed; nothing where none was. */
function readPhone(typed: string | undefined, country: string) {
  if (typed === undefined) return {};
  if (typed.trim() === '') return { phoneE164: null, phoneDisplay: '' };
  const number = readOwnNumber(typed, country);
  return number === 'unreadable' ? number : { phoneE164: number.e164, phoneDisplay: number.display };
}

/** What was just put away, or belongs to others. What stays as it was is not asked again. */
async function problemsOf(
  tx: Prisma.TransactionClient,
  { serviceTypeId, responsibleId, contactId }: Partial<InterestDetails>,
  customerId: string | null,
  isUnreadable: boolean,
): Promise<Record<string, string> | null> {
  const problems: Record<string, string> = {};
  if (isUnreadable) problems.phone = 'numberInvalid';
  if (serviceTypeId && !(await holdServiceType(tx, serviceTypeId, null))) problems.serviceTypeId = 'serviceTypeGone';
  if (responsibleId && !(await isManager(tx, responsibleId))) problems.responsibleId = 'managerGone';
  if (contactId && !(customerId && (await isTheirs(tx, customerId, contactId)))) problems.contactId = 'contactGone';
  return Object.keys(problems).length > 0 ? problems : null;
}
