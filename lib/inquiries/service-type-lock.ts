import type { Prisma } from '../db/generated/client.ts';
import { holdServiceType } from '../interests/hold-service-type.ts';
import { Faulty } from './fault.ts';

export async function lockServiceType(tx: Prisma.TransactionClient, id: string | null, keptId: string | null): Promise<void> {
  if (!(await holdServiceType(tx, id, keptId))) throw new Faulty({ kind: 'serviceTypeGone' });
}
