import { type CallViewer, visibleTo } from '../calls/visible-calls.ts';
import type { Prisma } from '../db/generated/client.ts';

/**
 * Whom a note on this call is about: whom the operator chose, else the one customer who has the caller's number. With none or
 * several it stays the call's alone. Undefined where the viewer may not see the call.
 */
export async function whomAbout(
  tx: Prisma.TransactionClient,
  callId: string,
  chosenId: string | null,
  viewer: CallViewer,
): Promise<string | null | undefined> {
  const call = await tx.call.findFirst({
    where: { AND: [{ id: callId }, visibleTo(viewer)] },
    select: { direction: true, fromE164: true, toE164: true },
  });
  if (!call) return undefined;
  if (chosenId) return chosenId;

  const e164 = call.direction === 'outbound' ? call.toE164 : call.fromE164;
  if (!e164) return null;
  const owners = await tx.phoneNumber.findMany({
    where: { e164, customerId: { not: null } },
    select: { customerId: true },
    orderBy: { id: 'asc' },
    take: 2,
  });
  return owners.length === 1 ? (owners[0]?.customerId ?? null) : null;
}
