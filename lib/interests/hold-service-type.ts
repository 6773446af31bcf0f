import type { Prisma } from '../db/generated/client.ts';

/**
 * Whether an interest may be given this service type: one that is archived is given to none any more, and the interest that has it
 * (`keptId`) keeps it. It stays so until the transaction ends.
 */
export async function holdServiceType(tx: Prisma.TransactionClient, id: string | null, keptId: string | null): Promise<boolean> {
  if (id === null || id === keptId) return true;
  const rows = await tx.$queryRaw<
    unknown[]
  >`select 1 from "ServiceType" where id = ${id}::uuid and "archivedAt" is null for share`;
  return rows.length === 1;
}
