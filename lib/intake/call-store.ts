import type { PoolClient } from 'pg';
import { type CallRow, operatorExtension } from '../calls/row.ts';
import { readNumber } from '../phone-number.ts';
import type { Source } from './source.ts';

// One statement for the call and its legs. Legs that the events no longer tell of go: a late event may have named them better.
const SAVE = `
  with call as (
  insert into "Call" (id, "connectionId", "pbxCallId", generation, direction, phase, "fromE164", "fromRaw", "fromDisplay", "fromName",
    "isWithheld", "toE164", "toRaw", "toDisplay", "lineId", class, "classReasons", "startedAt", "answeredAt", "endedAt", "lastEventAt",
    "lastHeardAt", cause, "endedBy", "isMissed", "isEstimated", "operatorId", "operatorExtension", "waitSeconds", "talkSeconds", "eventCount", version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, now(), $22, $23, $24, $25, $26, $27, $28, $29, $30, 1)
  on conflict (id) do update set
    direction = excluded.direction, phase = excluded.phase, "fromE164" = excluded."fromE164", "fromRaw" = excluded."fromRaw",
    "fromDisplay" = excluded."fromDisplay", "fromName" = excluded."fromName", "isWithheld" = excluded."isWithheld", "toE164" = excluded."toE164",
    "toRaw" = excluded."toRaw", "toDisplay" = excluded."toDisplay", "lineId" = excluded."lineId", class = excluded.class, "classReasons" = excluded."classReasons", "startedAt" = excluded."startedAt",
    "answeredAt" = excluded."answeredAt", "endedAt" = excluded."endedAt", "lastEventAt" = excluded."lastEventAt", "lastHeardAt" = now(),
    cause = excluded.cause, "endedBy" = excluded."endedBy", "isMissed" = excluded."isMissed", "isEstimated" = excluded."isEstimated",
    "operatorId" = excluded."operatorId", "operatorExtension" = excluded."operatorExtension", "waitSeconds" = excluded."waitSeconds",
    "talkSeconds" = excluded."talkSeconds", "eventCount" = excluded."eventCount", version = "Call".version + 1
  returning id, version
  ), gone as (
  delete from "Leg" where "callId" = $1 and "legId" <> all($31::text[])
  ), kept as (
  insert into "Leg" ("callId", "legId", extension, "userId", state, "ringingAt", "answeredAt", "endedAt", cause)
  select call.id, l.*
    from call, unnest($31::text[], $32::text[], $33::uuid[], $34::"LegState"[], $35::timestamptz[], $36::timestamptz[], $37::timestamptz[], $38::text[]) as l
  on conflict ("callId", "legId") do update set
    extension = excluded.extension, "userId" = excluded."userId", state = excluded.state, "ringingAt" = excluded."ringingAt",
    "answeredAt" = excluded."answeredAt", "endedAt" = excluded."endedAt", cause = excluded.cause
  )
  select version from call`;

export type SavedCall = Omit<CallRow, 'version'> & { generation: number };

/** Writes the projection of one call and its legs; returns the new version. */
export async function saveCall(client: PoolClient, source: Source, call: SavedCall): Promise<number> {
  const { fold } = call;
  const from = readNumber(fold.from.number, source.country);
  const to = readNumber(fold.to.number || (fold.line ?? ''), source.country);
  const outside = fold.direction === 'outbound' ? to : from;
  const operator = operatorExtension(fold);
  const legs = <Value>(pick: (leg: (typeof fold.legs)[number]) => Value) => fold.legs.map(pick);
  const userOf = (extension: string | null) => call.people.find((each) => each.extension === extension)?.userId ?? null;

  const { rows } = await client.query<{ version: number }>({
    name: 'intake-save',
    text: SAVE,
    values: [
      call.id,
      source.id,
      call.pbxCallId,
      call.generation,
      fold.direction,
      fold.phase,
      from.kind === 'number' ? from.e164 : null,
      fold.from.number,
      from.kind === 'withheld' ? '' : from.display,
      fold.from.name,
      outside.kind === 'withheld',
      to.kind === 'number' ? to.e164 : null,
      fold.to.number,
      to.kind === 'withheld' ? '' : to.display,
      call.line?.id ?? null,
      call.class,
      JSON.stringify(call.reasons),
      fold.startedAt,
      fold.answeredAt,
      fold.endedAt,
      fold.lastEventAt,
      fold.cause,
      fold.endedBy,
      fold.isMissed,
      fold.isEstimated,
      userOf(operator),
      operator,
      fold.waitSeconds,
      fold.talkSeconds,
      fold.eventCount,
      legs((leg) => leg.legId),
      legs((leg) => leg.extension),
      legs((leg) => userOf(leg.extension)),
      legs((leg) => leg.state),
      legs((leg) => leg.ringingAt),
      legs((leg) => leg.answeredAt),
      legs((leg) => leg.endedAt),
      legs((leg) => leg.cause),
    ],
  });
  return rows[0]?.version ?? 1;
}

/** A call that Answer opened a delivery for is about that one (S0.20), whichever else its caller has or orders later. */
export async function tieToDelivery(client: PoolClient, callId: string, deliveryId: string): Promise<void> {
  const text = 'update "Call" set "aboutDeliveryId" = $2 where id = $1 and "aboutDeliveryId" is null';
  await client.query({ name: 'tie-call', text, values: [callId, deliveryId] });
}
