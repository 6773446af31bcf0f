import type { Prisma } from '../db/generated/client.ts';
import { Faulty } from './fault.ts';

/** One that is archived is given to no interest any more; the interest that has it keeps it. */
export async function lockServiceType(tx: Prisma.TransactionClient, id: string | null, keptId: string | null): Promise<void> {
  if (id === null || id === keptId) return;
  const [open] = await tx.$queryRaw<
    unknown[]
  >`select 1 from "ServiceType" where id = ${id}::uuid and "archivedAt" is null for share`;
  if (!open) throw new Faulty({ kind: 'serviceTypeGone' });
}
