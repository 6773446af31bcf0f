import type { PoolClient } from 'pg';
import type { StoredEvent } from '../calls/types.ts';
import { PbxEvent } from '../pbx/envelope.ts';

/** An event about to be stored. `estimatedAfter` marks our own guess of an end (events.md rule 4). */
export type IncomingEvent = { event: PbxEvent; index: number; estimatedAfter?: number };

type EventRow = { pbxCallId: string; webhookId: string; index: number; body: unknown };

// The lock is taken inside the statement that writes, which is safe: a conflict on the key is seen whatever the
// snapshot, and the events are read by the next statement, with a snapshot taken after the lock.
const INSERT = `
  with locked as materialized (
    select count(pg_advisory_xact_lock(key)) from (select key from unnest($1::bigint[]) as key order by key) keys
  ), keys as (
    insert into "EventKey" ("connectionId", "webhookId", index)
    select $2::uuid, $3::text, e.index from locked, unnest($4::int[]) as e(index)
    on conflict do nothing
    returning index
  )
  insert into "CallEvent" ("connectionId", "webhookId", index, "pbxCallId", type, "occurredAt", body)
  select $2::uuid, $3::text, e.index, e.call, e.type, e.at, e.body
    from keys join unnest($4::int[], $5::text[], $6::text[], $7::timestamptz[], $8::jsonb[]) as e(index, call, type, at, body) using (index)
  returning index`;

const LOAD = `
  select "pbxCallId", "webhookId", index, body
    from "CallEvent"
   where "connectionId" = $1 and "pbxCallId" = any($2)`;

/** The key of a call's lock: events of one call wait for each other, those of other calls do not. */
function lockKey(connectionId: string, pbxCallId: string): string {
  const text = `${connectionId}/${pbxCallId}`;
  let hash = 0xcbf29ce484222325n;
  for (const byte of Buffer.from(text)) hash = BigInt.asIntN(64, (hash ^ BigInt(byte)) * 0x100000001b3n);
  return BigInt.asIntN(64, hash).toString();
}

/** In the order of their keys, as the statement above takes them: two who want the same calls never wait for each other. */
export async function lockCalls(client: PoolClient, connectionId: string, pbxCallIds: string[]): Promise<void> {
  await client.query({
    name: 'intake-lock',
    text: 'select count(pg_advisory_xact_lock(key)) from (select key from unnest($1::bigint[]) as key order by key) keys',
    values: [pbxCallIds.map((id) => lockKey(connectionId, id))],
  });
}

/** Stores what is new of a post under its idempotency keys, in one statement; returns the indexes that were new (rule 1). */
export async function insertEvents(
  client: PoolClient,
  connectionId: string,
  webhookId: string,
  events: IncomingEvent[],
): Promise<Set<number>> {
  const calls = [...new Set(events.map(({ event }) => pbxCallIdOf(event)).filter((id) => id !== null))];

  const { rows } = await client.query<{ index: number }>({
    name: 'intake-insert',
    text: INSERT,
    values: [
      calls.map((id) => lockKey(connectionId, id)),
      connectionId,
      webhookId,
      events.map((each) => each.index),
      events.map((each) => pbxCallIdOf(each.event)),
      events.map((each) => each.event.type),
      events.map((each) => each.event.occurredAt),
      events.map((each) => JSON.stringify(toBody(each))),
    ],
  });
  return new Set(rows.map((row) => row.index));
}

/** Everything the PBX ever said under these call ids, grouped by id. */
export async function loadEvents(
  client: PoolClient,
  connectionId: string,
  pbxCallIds: string[],
): Promise<Map<string, StoredEvent[]>> {
  const { rows } = await client.query<EventRow>({ name: 'intake-load', text: LOAD, values: [connectionId, pbxCallIds] });

  const byCall = new Map<string, StoredEvent[]>(pbxCallIds.map((id) => [id, []]));
  for (const row of rows) {
    const stored = fromRow(row);
    if (stored) byCall.get(row.pbxCallId)?.push(stored);
  }
  return byCall;
}

export function pbxCallIdOf(event: PbxEvent): string | null {
  return 'call' in event ? event.call.callId : null;
}

function toBody({ event, estimatedAfter }: IncomingEvent): unknown {
  return estimatedAfter === undefined ? event : { ...event, estimatedAfter };
}

function fromRow({ webhookId, index, body }: Pick<EventRow, 'webhookId' | 'index' | 'body'>): StoredEvent | null {
  const event = PbxEvent.parse(body);
  if (!('call' in event)) return null;

  const estimatedAfter = estimateOf(body);
  return estimatedAfter === undefined ? { event, webhookId, index } : { event, webhookId, index, estimatedAfter };
}

function estimateOf(body: unknown): number | undefined {
  if (typeof body !== 'object' || body === null || !('estimatedAfter' in body)) return undefined;
  return typeof body.estimatedAfter === 'number' ? body.estimatedAfter : undefined;
}
