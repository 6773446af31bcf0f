import { db } from '../db/client.ts';
import { type CardFact, orderOf } from './facts.ts';

/** What the caller card shows, in its order (S1.2). */
export async function readCardFacts(): Promise<CardFact[]> {
  const row = await db.organisation.findFirst({ select: { callerCardFacts: true }, orderBy: { id: 'asc' } });
  return orderOf(row?.callerCardFacts);
}
