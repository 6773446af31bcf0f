import type { PoolClient } from 'pg';
import { whatOpens } from '../caller-card/destination.ts';
import { emptyCard, findCallerCard } from '../caller-card/queries.ts';
import type { CallerCard } from '../caller-card/types.ts';
import { type CallRow, partyPhone, toFacts } from '../calls/row.ts';
import type { PartyNumber } from '../phone-number.ts';
import type { Room } from '../realtime/events.ts';
import { publish } from '../realtime/publish.ts';
import type { Person } from './call-store.ts';
import type { Consequences } from './consequences.ts';
import type { Source } from './source.ts';

export type ChangedCall = { row: CallRow; follows: Consequences; card: CallerCard; people: Person[] };

/** The card, where somebody is about to see it: looked up anew at the answer, since a delivery may have changed while it rang. */
export async function findCards(
  client: PoolClient,
  source: Source,
  party: PartyNumber,
  follows: Consequences,
): Promise<CallerCard> {
  const isNeeded = follows.appearsAt.length > 0 || follows.answeredBy !== null;
  return isNeeded ? findCallerCard(client, source.id, party) : emptyCard;
}

/** Tells those concerned by a call, each what they need: the card where it appears, the change to everybody who has it. */
export function announce({ row, follows, card, people }: ChangedCall): void {
  const facts = toFacts(row);
  const userOf = (extension: string) => people.find((each) => each.extension === extension);
  const appearsAt = follows.appearsAt.map(userOf).filter((each) => each !== undefined);

  const rooms: Room[] = people.filter((each) => !appearsAt.includes(each)).map((each) => `user:${each.userId}` as const);
  if (row.line) rooms.push(`line:${row.line.id}`);
  if (rooms.length > 0) publish(rooms, 'call:changed', facts);
  if (appearsAt.length > 0)
    publish(
      appearsAt.map((each) => `user:${each.userId}` as const),
      'call:ringing',
      { ...facts, card },
    );

  const answeredBy = follows.answeredBy ? userOf(follows.answeredBy) : undefined;
  if (!answeredBy) return;
  const opens = whatOpens({ direction: row.fold.direction, phone: partyPhone(row.party), card }, answeredBy.incomingCallAction);
  publish(`user:${answeredBy.userId}`, 'call:answered', { callId: row.id, opens });
}
