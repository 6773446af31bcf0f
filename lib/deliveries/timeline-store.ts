import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';

/**
 * Keeps who changed what. A draft saves itself every few seconds, so changes of one person in a row are one event,
 * and those of the draft's author none beside "created".
 */
export async function recordChange(
  tx: Pick<Prisma.TransactionClient, 'deliveryEvent'>,
  deliveryId: string,
  parts: string[],
  { userId, at }: Actor,
): Promise<void> {
  const last = await tx.deliveryEvent.findFirst({
    select: { id: true, type: true, byId: true, details: true },
    where: { deliveryId },
    orderBy: { id: 'desc' },
  });
  if (last?.type === 'created' && last.byId === userId) return;

  if (last?.type === 'changed' && last.byId === userId) {
    const details = { parts: [...new Set([...partsOf(last.details), ...parts])] };
    await tx.deliveryEvent.update({ where: { id: last.id }, data: { at, details }, select: { id: true } });
    return;
  }

  await tx.deliveryEvent.create({
    data: { deliveryId, type: 'changed', at, byId: userId, details: { parts } },
    select: { id: true },
  });
}

function partsOf(details: Prisma.JsonValue): string[] {
  if (typeof details !== 'object' || details === null || !('parts' in details) || !Array.isArray(details.parts)) return [];
  return details.parts.filter((part) => typeof part === 'string');
}
