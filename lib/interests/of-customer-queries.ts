import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { Page } from '../page.ts';
import type { InterestPageKey } from './of-customer-schema.ts';
import { stageSelect } from './stage-queries.ts';

const INTEREST_ROWS = 20;

const rowSelect = {
  id: true,
  number: true,
  subject: true,
  closedAt: true,
  createdAt: true,
  stage: { select: stageSelect },
  serviceType: { select: { name: true } },
  responsible: { select: { name: true } },
} satisfies Prisma.InterestSelect;
export type InterestOfCustomer = Prisma.InterestGetPayload<{ select: typeof rowSelect }>;

/** A page of a customer's interests, newest first: those that are worked on before those that are won or lost. */
export async function listInterestsOfCustomer(
  customerId: string,
  after: InterestPageKey | null = null,
): Promise<Page<InterestOfCustomer, InterestPageKey>> {
  const open = after?.isOpen === false ? [] : await read({ customerId, closedAt: null }, after, INTEREST_ROWS + 1);
  const left = INTEREST_ROWS + 1 - open.length;
  const closed = left > 0 ? await read({ customerId, closedAt: { not: null } }, after?.isOpen ? null : after, left) : [];
  const found = [...open, ...closed];

  const shown = found.slice(0, INTEREST_ROWS);
  const last = found.length > INTEREST_ROWS ? shown.at(-1) : undefined;
  return { rows: shown, next: last ? { isOpen: last.closedAt === null, number: last.number } : null };
}

function read(of: Prisma.InterestWhereInput, after: InterestPageKey | null, take: number): Promise<InterestOfCustomer[]> {
  return db.interest.findMany({
    select: rowSelect,
    where: { ...of, ...(after && { number: { lt: after.number } }) },
    orderBy: { number: 'desc' },
    take,
  });
}
