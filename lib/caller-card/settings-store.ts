import type { Actor } from '../actor.ts';
import { recordAudit } from '../audit/record.ts';
import { db } from '../db/client.ts';
import { type CardFact, orderOf } from './facts.ts';

export type StoreFactsOutcome = 'changed' | 'conflict';

/** Stores what the card shows, if it still shows what the admin began with. Nothing is stored for the standard order. */
export function storeCardFacts(from: CardFact[], to: CardFact[], { userId }: Pick<Actor, 'userId'>): Promise<StoreFactsOutcome> {
  return db.$transaction(async (tx) => {
    // Two admins who save in one instant queue at the row.
    const [row] = await tx.$queryRaw<{ stored: unknown }[]>`
      select "callerCardFacts" as stored from "Organisation" order by id limit 1 for update`;
    const before = orderOf(row?.stored);
    if (isSame(before, to)) return 'changed';
    if (!isSame(before, from)) return 'conflict';

    await tx.organisation.updateMany({ data: { callerCardFacts: isSame(to, orderOf([])) ? [] : to } });
    await recordAudit(tx, {
      userId,
      action: 'call-settings.changed',
      subjectType: 'call-settings',
      subjectId: null,
      details: { cardFacts: to.join(', ') },
    });
    return 'changed';
  });
}

function isSame(one: readonly CardFact[], other: readonly CardFact[]): boolean {
  return one.join() === other.join();
}
