import { findCustomers, findOwners } from '../customers/list-queries.ts';
import { db } from '../db/client.ts';
import { Prisma } from '../db/generated/client.ts';
import { findDraft } from './draft-queries.ts';
import { otherSide, otherSideOf } from './other-side.ts';
import { hadBy } from './own-call.ts';
import type { FoundForInquiry, Inquiry, InquiryCustomer, InquiryInterest, ServiceTypeChoice } from './types.ts';

/** More active interests than these nobody reads while a caller waits. */
const INTEREST_ROWS = 50;
const FOUND_POTENTIALS = 8;
const SERVICE_TYPES = 200;

const interestColumns = {
  id: true,
  number: true,
  subject: true,
  customerId: true,
  potentialName: true,
  potentialCompany: true,
  whatToDo: true,
  serviceTypeId: true,
  createdAt: true,
  stage: { select: { id: true, name: true, standard: true, kind: true } },
  responsible: { select: { id: true, name: true } },
  interactions: { where: { kind: 'call' }, orderBy: [{ at: 'desc' }, { id: 'asc' }], take: 1, select: { at: true } },
} satisfies Prisma.InterestSelect;

type Asked = { callId: string | null; customerId: string | null };

/** What the wizard opens with; null where the call is none of theirs (R34). */
export async function findInquiry({ callId, customerId }: Asked, userId: string, now: Date): Promise<Inquiry | null> {
  const [call, draft] = callId
    ? await Promise.all([findCall(callId, userId), findDraft(callId, userId)])
    : [undefined, undefined];
  if (callId && (!call || !draft)) return null;

  const number = call?.number ?? null;
  const [found, serviceTypes, { opensInterest }] = await Promise.all([
    findByNumber(number?.e164 ?? null, [customerId, draft?.content.customerId || null], userId, now),
    listServiceTypes(),
    db.user.findUniqueOrThrow({ where: { id: userId }, select: { opensInterest: true } }),
  ]);
  return { ...found, number, serviceTypes, draft: draft ?? null, opensInterest };
}

/** Whom another number or a name may mean. */
export async function searchForInquiry(text: string, country: string, userId: string, now: Date): Promise<FoundForInquiry> {
  const [customers, potential] = await Promise.all([findCustomers(text, country, now), findPotential(text)]);
  return findOf(
    customers.map(({ id, display }) => ({ id, display })),
    potential,
    null,
    userId,
  );
}

export async function listServiceTypes(): Promise<ServiceTypeChoice[]> {
  return db.serviceType.findMany({
    where: { archivedAt: null },
    select: { id: true, name: true },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: SERVICE_TYPES,
  });
}

/** Whom the wizard searches for. */
async function findCall(callId: string, userId: string) {
  const call = await db.call.findFirst({ where: { AND: [{ id: callId }, hadBy(userId)] }, select: otherSide });
  if (!call) return null;
  const number = otherSideOf(call);
  return { number: number.display === '' ? null : number };
}

async function findByNumber(e164: string | null, chosen: (string | null | undefined)[], userId: string, now: Date) {
  const owners = e164 ? await findOwners(e164, now) : [];
  const others = chosen.filter((id) => id && !owners.some((each) => each.id === id));
  const customers = [
    ...owners.map(({ id, display }) => ({ id, display })),
    ...others.map((id) => ({ id: id ?? '', display: null })),
  ];
  return findOf(customers, e164 ? { phoneE164: e164 } : null, e164, userId);
}

type Wanted = { id: string; display: string | null };

/** Those customers in their order, their active interests, and those of potential ones. */
async function findOf(
  wanted: Wanted[],
  potential: Prisma.InterestWhereInput | null,
  e164: string | null,
  userId: string,
): Promise<FoundForInquiry> {
  const ids = wanted.map(({ id }) => id);
  const whose = [{ customerId: { in: ids } }, ...(potential ? [{ customerId: null, ...potential }] : [])];
  const [customers, interests] = await Promise.all([findCustomersOf(ids, e164), findInterests(whose, userId)]);
  return {
    customers: wanted.flatMap(({ id, display }) => {
      const customer = customers.find((each) => each.id === id);
      return customer ? [{ ...customer, display: display ?? customer.display }] : [];
    }),
    interests: interests.map(toInterest),
  };
}

/** One's own before those of colleagues (S3.7, S3.8), also where there are more than are shown; of each the last changed first. */
async function findInterests(whose: Prisma.InterestWhereInput[], userId: string): Promise<InterestRow[]> {
  const read = (of: Prisma.InterestWhereInput, take: number) =>
    db.interest.findMany({
      where: { AND: [{ closedAt: null, OR: whose }, of] },
      select: interestColumns,
      orderBy: [{ changedAt: 'desc' }, { id: 'asc' }],
      take,
    });
  const [mine, others] = await Promise.all([
    read({ responsibleId: userId }, INTEREST_ROWS),
    read({ OR: [{ responsibleId: null }, { responsibleId: { not: userId } }] }, INTEREST_ROWS),
  ]);
  return [...mine, ...others].slice(0, INTEREST_ROWS);
}

async function findCustomersOf(ids: string[], e164: string | null): Promise<InquiryCustomer[]> {
  const rows = await db.customer.findMany({
    where: { id: { in: ids } },
    select: {
      id: true,
      name: true,
      company: true,
      class: true,
      note: true,
      createdAt: true,
      manager: { select: { name: true } },
      numbers: {
        select: { e164: true, display: true, contact: { select: { id: true, name: true } } },
        orderBy: [{ isPrimary: 'desc' }, { id: 'asc' }],
        take: 50,
      },
    },
  });
  return rows.map(({ numbers, manager, createdAt, ...customer }) => ({
    ...customer,
    managerName: manager?.name ?? null,
    since: createdAt.toISOString(),
    display: numbers[0]?.display ?? null,
    contact: (e164 && numbers.find((each) => each.e164 === e164)?.contact) || null,
  }));
}

type InterestRow = Prisma.InterestGetPayload<{ select: typeof interestColumns }>;

function toInterest({ createdAt, interactions, ...interest }: InterestRow): InquiryInterest {
  return { ...interest, since: createdAt.toISOString(), lastCallAt: interactions[0]?.at.toISOString() ?? null };
}

/** Potential customers whose name, company or subject has these words; null where nothing is meant. */
async function findPotential(text: string): Promise<Prisma.InterestWhereInput | null> {
  if (text.trim() === '') return null;
  const rows = await db.$queryRaw<{ id: string }[]>(Prisma.sql`
    select i.id from "Interest" i
     where i."customerId" is null and i."closedAt" is null and search_patterns(${text}) <> '{}'
       and i."searchText" like all ((select search_patterns(${text}))::text[])
     order by i."changedAt" desc, i.id
     limit ${FOUND_POTENTIALS}::int`);
  return { id: { in: rows.map(({ id }) => id) } };
}
