import { db } from '../db/client.ts';
import type { OwnField } from './types.ts';

const FIELD_ROWS = 100;

/** The organisation's own fields of a customer, in their order. */
export function listOwnFields(): Promise<OwnField[]> {
  return db.customerField.findMany({
    select: { id: true, label: true, kind: true, choices: true },
    where: { archivedAt: null },
    orderBy: [{ position: 'asc' }, { id: 'asc' }],
    take: FIELD_ROWS,
  });
}
