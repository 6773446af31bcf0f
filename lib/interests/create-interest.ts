import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';

/** Whom it is for: somebody who is a record, or somebody who may become one (S3.13). */
export type InterestOf =
  | { customerId: string; contactId: string | null }
  | { potential: { name: string; company: string; phoneE164: string | null; phoneDisplay: string } };

export type NewInterest = {
  /** Made by the browser: a repeated save finds its own. */
  id: string;
  of: InterestOf;
  subject: string;
  whatToDo: string;
  description: string;
  serviceTypeId: string | null;
  responsibleId: string | null;
};

/** Stores a new interest in the first active stage; its number, also where it was stored before. */
export async function createInterest(
  tx: Prisma.TransactionClient,
  { id, of, ...content }: NewInterest,
  { userId, at }: Actor,
): Promise<number> {
  const { id: stageId } = await tx.interestStage.findFirstOrThrow({
    where: { kind: 'active', archivedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    select: { id: true },
  });
  await tx.interest.createMany({
    data: [{ id, ...content, ...whoseColumns(of), stageId, stageSince: at, createdById: userId, createdAt: at, changedAt: at }],
    skipDuplicates: true,
  });
  const { number } = await tx.interest.findUniqueOrThrow({ where: { id }, select: { number: true } });
  return number;
}

/** All of them, also those that are empty: whose it is may change. */
export function whoseColumns(of: InterestOf) {
  const { name = '', company = '', phoneE164 = null, phoneDisplay = '' } = 'potential' in of ? of.potential : {};
  const { customerId, contactId } = 'potential' in of ? { customerId: null, contactId: null } : of;
  return { customerId, contactId, potentialName: name, potentialCompany: company, phoneE164, phoneDisplay };
}
