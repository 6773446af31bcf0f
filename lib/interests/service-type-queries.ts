import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';

const TYPE_ROWS = 200;

export const serviceTypeSelect = { id: true, name: true } satisfies Prisma.ServiceTypeSelect;
export const inTypeOrder = [{ position: 'asc' }, { id: 'asc' }] satisfies Prisma.ServiceTypeOrderByWithRelationInput[];

export type ServiceTypeName = Prisma.ServiceTypeGetPayload<{ select: typeof serviceTypeSelect }>;

/** Those an interest can be given, in their order. */
export function listServiceTypes(): Promise<ServiceTypeName[]> {
  return db.serviceType.findMany({
    select: serviceTypeSelect,
    where: { archivedAt: null },
    orderBy: inTypeOrder,
    take: TYPE_ROWS,
  });
}
