import { isWithin, startsWith } from '../customers/matching.ts';
import { type CustomerSearch, readSearch } from '../customers/search.ts';
import { Prisma } from '../db/generated/client.ts';
import type { InterestFilter } from './filter.ts';
import { ANY_STAGE, ME, NOBODY } from './filter-words.ts';

/** As many digits as the number of an interest can have. */
const INTEREST_NUMBER = /^#?\s*(\d{1,9})$/;
/** Of whom a part of a number is: beyond that nobody looks. */
const OWNER_ROWS = 1_000;

export type ListedFor = { userId: string; country: string };

/** What the filters say of an interest `i`; a search also reads its customer `c`, whom `searched` joins. */
export function isListed(filter: InterestFilter, { userId, country }: ListedFor): Prisma.Sql {
  const conditions = [
    ofStage(filter),
    ofResponsible(filter, userId),
    ofService(filter),
    ofCustomer(filter),
    withText(filter, country),
  ];
  return Prisma.join(conditions, ' and ');
}

function ofStage({ stage }: InterestFilter): Prisma.Sql {
  switch (stage) {
    case undefined:
      return Prisma.sql`i."closedAt" is null`;
    case ANY_STAGE:
      return Prisma.sql`true`;
    case 'won':
    case 'lost':
      return Prisma.sql`i."stageId" in (select s.id from "InterestStage" s where s.kind = ${stage}::"InterestStageKind")`;
    default:
      return Prisma.sql`i."stageId" = ${stage}::uuid`;
  }
}

function ofResponsible({ responsible }: InterestFilter, userId: string): Prisma.Sql {
  if (!responsible) return Prisma.sql`true`;
  if (responsible === NOBODY) return Prisma.sql`i."responsibleId" is null`;
  return Prisma.sql`i."responsibleId" = ${responsible === ME ? userId : responsible}::uuid`;
}

function ofService({ service }: InterestFilter): Prisma.Sql {
  return service ? Prisma.sql`i."serviceTypeId" = ${service}::uuid` : Prisma.sql`true`;
}

function ofCustomer({ customer }: InterestFilter): Prisma.Sql {
  return customer ? Prisma.sql`i."customerId" = ${customer}::uuid` : Prisma.sql`true`;
}

function withText({ text }: InterestFilter, country: string): Prisma.Sql {
  if (!text) return Prisma.sql`true`;
  const typed = INTEREST_NUMBER.exec(text)?.[1];
  const ofNumber = typed === undefined ? Prisma.sql`false` : Prisma.sql`i.number = ${Number(typed)}`;
  if (text.startsWith('#') && typed !== undefined) return ofNumber;
  return Prisma.sql`(${ofNumber} or ${isMeant(readSearch(text, country), text)})`;
}

/** Words may be of the interest and of its customer: "lis christmas" is the dinner of Lis Logistics. */
export function isMeant(search: CustomerSearch, typed: string): Prisma.Sql {
  switch (search.kind) {
    case 'everybody':
    case 'nobody':
      return Prisma.sql`false`;
    case 'words':
      return hasWords(search.text);
    case 'number':
      return Prisma.sql`(i."phoneE164" = ${search.e164} or ${isOf(Prisma.sql`select n."customerId" from "PhoneNumber" n where n.e164 = ${search.e164}`)})`;
    case 'part':
      return Prisma.sql`(${hasWords(typed)} or ${hasDigits(search)})`;
  }
}

function hasWords(text: string): Prisma.Sql {
  return Prisma.sql`(search_patterns(${text}) <> '{}' and (i."searchText" || coalesce(c."searchText", '')) like all ((select search_patterns(${text}))::text[]))`;
}

function hasDigits(search: Extract<CustomerSearch, { kind: 'part' }>): Prisma.Sql {
  if (isWithin(search)) {
    return Prisma.sql`(i."phoneE164" like ${`%${search.digits}%`} or ${isOf(Prisma.sql`select id from customers_by_digits(${search.digits}, ${OWNER_ROWS}::int)`)})`;
  }
  const beginnings = Prisma.join(search.beginnings.map(startsWith), ' or ');
  const ofCustomers = Prisma.sql`select n."customerId" from "PhoneNumber" n where ${beginnings}`;
  const ofPotential = Prisma.join(
    search.beginnings.map((beginning) => Prisma.sql`i."phoneE164" like ${`${beginning}%`}`),
    ' or ',
  );
  return Prisma.sql`(${ofPotential} or ${isOf(ofCustomers)})`;
}

function isOf(customers: Prisma.Sql): Prisma.Sql {
  return Prisma.sql`i."customerId" in (${customers})`;
}
