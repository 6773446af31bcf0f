import { createHash } from 'node:crypto';
import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import type { RegisterInquiry } from './schema.ts';

/**
 * Writes a registration down. False where just this was registered under its id before: the answer was lost, and it was sent again.
 * What the interest said meanwhile, and whether it opens, makes no other inquiry of it. Two at once wait for each other here.
 */
export async function isFirstTime(
  tx: Prisma.TransactionClient,
  { registrationId: id, callId, inquiry }: RegisterInquiry,
  { userId: byId, at }: Actor,
): Promise<boolean> {
  const { from: _, ...said } = { from: null, ...inquiry };
  const digest = createHash('sha256').update(JSON.stringify({ callId, said })).digest('base64url');
  const rows = await tx.$queryRaw<unknown[]>`
    insert into "InquiryRegistration" as known ("byId", id, digest, at) values (${byId}::uuid, ${id}::uuid, ${digest}, ${at})
    on conflict ("byId", id) do update set digest = excluded.digest, at = excluded.at where known.digest <> excluded.digest
    returning 1`;
  return rows.length === 1;
}
