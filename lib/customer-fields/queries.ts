import { db } from '../db/client.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { CustomerField } from './types.ts';
import { MAX_FIELDS } from './types.ts';

const ARCHIVED_ROWS = 200;

export const fieldSelect = { id: true, label: true, kind: true, choices: true } satisfies Prisma.CustomerFieldSelect;
export const inFieldOrder = [{ position: 'asc' }, { id: 'asc' }] satisfies Prisma.CustomerFieldOrderByWithRelationInput[];

/** The organisation's own fields of a customer, in their order. */
export function listFields(): Promise<CustomerField[]> {
  return db.customerField.findMany({
    select: fieldSelect,
    where: { archivedAt: null },
    orderBy: inFieldOrder,
    take: MAX_FIELDS,
  });
}

/** Those that are put away: what they say of customers is kept. */
export function listArchivedFields(): Promise<CustomerField[]> {
  return db.customerField.findMany({
    select: fieldSelect,
    where: { archivedAt: { not: null } },
    orderBy: [{ archivedAt: 'desc' }, { id: 'asc' }],
    take: ARCHIVED_ROWS,
  });
}
