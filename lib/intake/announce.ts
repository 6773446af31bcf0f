import type { PoolClient } from 'pg';
import type { DialledCall } from '../call-backs/types.ts';
import { whatOpens } from '../caller-card/destination.ts';
import { emptyCard } from '../caller-card/empty-card.ts';
import { findCallerCard } from '../caller-card/queries.ts';
import type { CallerCard } from '../caller-card/types.ts';
import { type CallRow, type OtherSide, otherSide, partyPhone, seesTheCalled, toFacts } from '../calls/row.ts';
import type { CallFold } from '../calls/types.ts';
import type { SettledCall } from '../missed-calls/record-calls.ts';
import type { Room } from '../realtime/events.ts';
import { publish } from '../realtime/publish.ts';
import type { Person } from './call-context.ts';
import type { Consequences } from './consequences.ts';
import type { Source } from './source.ts';

/** A call as some of those concerned see it. */
type View = { side: OtherSide; card: CallerCard; people: Person[] };
export type ChangedCall = {
  row: CallRow;
  follows: Consequences;
  views: View[];
  settled: SettledCall | null;
  dialled: DialledCall | null;
};

/**
 * How those concerned see a call: all alike, but for a call between colleagues, where each sees the other.
 * The card only where somebody is about to see it, looked up anew at the answer: a delivery may have changed while it rang.
 */
export async function findViews(
  client: PoolClient,
  source: Source,
  fold: CallFold,
  people: Person[],
  follows: Consequences,
): Promise<View[]> {
  const isCardSeen = follows.appearsAt.length > 0 || follows.answeredBy !== null;
  const views: View[] = [];

  for (const viewers of groups(fold, people)) {
    const side = otherSide(fold, source.country, viewers[0]?.extension ?? null);
    const viewerIds = viewers.map((each) => each.userId);
    const card = isCardSeen ? await findCallerCard(client, { connectionId: source.id, party: side.party, viewerIds }) : emptyCard;
    views.push({ side, card, people: viewers });
  }
  return views;
}

function groups(fold: CallFold, people: Person[]): Person[][] {
  const callers = people.filter((each) => seesTheCalled(fold, each.extension));
  const others = people.filter((each) => !callers.includes(each));
  return callers.length > 0 && others.length > 0 ? [callers, others] : [people];
}

/** Tells those concerned by a call, each what they need: the card where it appears, the change to everybody who has it. */
export function announce({ row, follows, views }: Omit<ChangedCall, 'settled' | 'dialled'>): void {
  // The card first: a browser that hears of an unknown call of its own would ask for a snapshot.
  for (const { side, card, people } of views) {
    const appearsAt = people.filter((each) => follows.appearsAt.includes(each.extension));
    const facts = toFacts(row, side);
    if (appearsAt.length > 0) publish(appearsAt.map(roomOf), 'call:ringing', { ...facts, card });

    const rooms: Room[] = people.filter((each) => !appearsAt.includes(each)).map(roomOf);
    if (row.line) rooms.push(`line:${row.line.id}`);
    if (rooms.length > 0) publish(rooms, 'call:changed', facts);
  }
  const answer = answerOf({ row, follows, views });
  if (answer) publish(roomOf(answer.by), 'call:answered', { callId: row.id, opens: answer.opens });
}

/** Who got the call just now, and what that opens for them. */
export function answerOf({
  row,
  follows,
  views,
}: Omit<ChangedCall, 'row' | 'settled' | 'dialled'> & { row: Pick<CallRow, 'fold'> }) {
  for (const { side, card, people } of views) {
    const by = people.find((each) => each.extension === follows.answeredBy);
    if (!by) continue;
    // An extension is no customer's number, also where nobody is known to have it (S3.16).
    const direction = side.party.kind === 'extension' ? 'internal' : row.fold.direction;
    const call = { direction, phone: partyPhone(side.party), card };
    return { by, opens: whatOpens(call, by.incomingCallAction) };
  }
  return null;
}

function roomOf({ userId }: Person): Room {
  return `user:${userId}`;
}
