import type { PoolClient } from 'pg';
import { isCallable, type PartyNumber } from '../phone-number.ts';
import { CALLER_CARD } from './card-sql.ts';
import { emptyCard } from './empty-card.ts';
import type { CallerCard, CardNote } from './types.ts';

const SHOWN_NOTES = 3;

const COLLEAGUE = `
  select u.id, u.name from "PbxAccount" a join "User" u on u.id = a."userId"
   where a."connectionId" = $1 and a.extension = $2`;

/** On which PBX, who the other side is, and the ids of the users who get the card. */
type CardOf = { connectionId: string; party: PartyNumber; viewerIds: string[] };

/**
 * Everything known of the other side of a call. An extension is a colleague and never a customer (events.md rule 6);
 * a withheld or unreadable number is looked up nowhere (S0.14b).
 */
export async function findCallerCard(
  client: Pick<PoolClient, 'query'>,
  { connectionId, party, viewerIds }: CardOf,
): Promise<CallerCard> {
  if (party.kind === 'extension') {
    const { rows } = await client.query<{ id: string; name: string }>({
      name: 'caller-card-colleague',
      text: COLLEAGUE,
      values: [connectionId, party.extension],
    });
    return { ...emptyCard, colleague: rows[0] ?? null };
  }
  if (party.kind !== 'number') return emptyCard;

  const { rows } = await client.query<CardRow>({ name: 'caller-card', text: CALLER_CARD, values: [party.e164, viewerIds] });
  const [row] = rows;
  if (!row) return emptyCard;

  return {
    ...row,
    customers: row.customers.map((each) => ({ ...each, chosenAt: iso(each.chosenAt) })),
    openDeliveries: row.openDeliveries.map(withIsoTime),
    drafts: row.drafts.map(withIsoTime),
    driver: row.driver && { ...row.driver, deliveries: row.driver.deliveries.map(withIsoTime).map(callableOnly) },
    earlierCalls: row.earlierCalls.map((each) => ({ ...each, startedAt: new Date(each.startedAt).toISOString() })),
    notes: notesBesideCalls(row),
    colleague: null,
  };
}

type RawNote = CardNote & { callId: string | null };
type CardRow = Omit<CallerCard, 'colleague' | 'notes'> & { notes: RawNote[] };

/** What stands at one of the earlier calls is not told twice. */
function notesBesideCalls({ notes, earlierCalls }: CardRow): CardNote[] {
  const beside = notes.filter(({ callId }) => !earlierCalls.some((call) => call.id === callId));
  return beside.slice(0, SHOWN_NOTES).map(({ callId: _, at, ...note }) => ({ ...note, at: new Date(at).toISOString() }));
}

/** A number that is not whole cannot be called, as from everywhere else (S0.17). */
function callableOnly<Stop extends { phoneE164: string | null }>(stop: Stop): Stop {
  return stop.phoneE164 && !isCallable(stop.phoneE164) ? { ...stop, phoneE164: null } : stop;
}

function withIsoTime<Delivery extends { wantedAt: string | null }>(delivery: Delivery): Delivery {
  return { ...delivery, wantedAt: iso(delivery.wantedAt) };
}

/** PostgreSQL writes times in JSON with an offset; browsers get one form everywhere. */
function iso(at: string | null): string | null {
  return at && new Date(at).toISOString();
}
