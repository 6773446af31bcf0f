import type { Actor } from '../actor.ts';
import type { Prisma } from '../db/generated/client.ts';
import { newId } from '../new-id.ts';

type CallOfInterest = { interestId: string; callId: string; text: string };

/** Makes a call an interaction of an interest (S3.11): once, whoever registers it how often. */
export async function addCall(
  tx: Prisma.TransactionClient,
  { interestId, callId, text }: CallOfInterest,
  { userId, at }: Actor,
): Promise<void> {
  await tx.interaction.createMany({
    data: [{ id: newId(), interestId, kind: 'call', callId, text, at, byId: userId }],
    skipDuplicates: true,
  });
}
