import type { PoolClient } from 'pg';
import type { CallOperator } from '../caller-card/types.ts';
import { type CallRow, operatorExtension } from '../calls/row.ts';
import type { CallClass, ClassReason } from '../calls/types.ts';
import { readNumber } from '../phone-number.ts';
import type { Source } from './source.ts';

export type Person = CallOperator & { incomingCallAction: 'open_delivery' | 'register_inquiry' | 'open_call_window' | 'nothing' };
export type KnownLine = { id: string; name: string; display: string; kind: CallClass };
export type KnownCall = { id: string; generation: number; endedAt: Date | null; class: CallClass | null; reasons: ClassReason[] };

const KNOWN_CALLS = `
  select id, generation, "endedAt", class, "classReasons" as reasons
    from "Call" where "connectionId" = $1 and "pbxCallId" = $2 order by generation`;

const PEOPLE = `
  select u.id as "userId", u.name, a.extension, u."incomingCallAction"
    from "PbxAccount" a join "User" u on u.id = a."userId"
   where a."connectionId" = $1 and a.extension = any($2)`;

const LINE = `select id, name, display, kind from "Line" where "connectionId" = $1 and e164 = $2`;

const UPSERT_CALL = `
  insert into "Call" (id, "connectionId", "pbxCallId", generation, direction, phase, "fromE164", "fromRaw", "fromDisplay", "fromName",
    "isWithheld", "toE164", "toRaw", "toDisplay", "lineId", class, "classReasons", "startedAt", "answeredAt", "endedAt", "lastEventAt",
    "lastHeardAt", cause, "endedBy", "isMissed", "isEstimated", "operatorId", "operatorExtension", "waitSeconds", "talkSeconds", "eventCount", version)
  values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, now(), $22, $23, $24, $25, $26, $27, $28, $29, $30, 1)
  on conflict (id) do update set
    direction = excluded.direction, phase = excluded.phase, "fromE164" = excluded."fromE164", "fromRaw" = excluded."fromRaw",
    "fromDisplay" = excluded."fromDisplay", "fromName" = excluded."fromName", "isWithheld" = excluded."isWithheld", "toE164" = excluded."toE164",
    "toRaw" = excluded."toRaw", "toDisplay" = excluded."toDisplay", "lineId" = excluded."lineId", "startedAt" = excluded."startedAt",
    "answeredAt" = excluded."answeredAt", "endedAt" = excluded."endedAt", "lastEventAt" = excluded."lastEventAt", "lastHeardAt" = now(),
    cause = excluded.cause, "endedBy" = excluded."endedBy", "isMissed" = excluded."isMissed", "isEstimated" = excluded."isEstimated",
    "operatorId" = excluded."operatorId", "operatorExtension" = excluded."operatorExtension", "waitSeconds" = excluded."waitSeconds",
    "talkSeconds" = excluded."talkSeconds", "eventCount" = excluded."eventCount", version = "Call".version + 1
  returning version`;

const UPSERT_LEGS = `
  insert into "Leg" ("callId", "legId", extension, "userId", state, "ringingAt", "answeredAt", "endedAt", cause)
  select $1::uuid, l.* from unnest($2::text[], $3::text[], $4::uuid[], $5::"LegState"[], $6::timestamptz[], $7::timestamptz[], $8::timestamptz[], $9::text[]) as l
  on conflict ("callId", "legId") do update set
    extension = excluded.extension, "userId" = excluded."userId", state = excluded.state, "ringingAt" = excluded."ringingAt",
    "answeredAt" = excluded."answeredAt", "endedAt" = excluded."endedAt", cause = excluded.cause`;

/** The calls already known under a PBX's call id, by generation. */
export async function knownCalls(client: PoolClient, connectionId: string, pbxCallId: string): Promise<KnownCall[]> {
  const { rows } = await client.query<KnownCall>({ name: 'intake-calls', text: KNOWN_CALLS, values: [connectionId, pbxCallId] });
  return rows;
}

export async function findPeople(
  client: Pick<PoolClient, 'query'>,
  connectionId: string,
  extensions: string[],
): Promise<Person[]> {
  if (extensions.length === 0) return [];
  const { rows } = await client.query<Person>({ name: 'intake-people', text: PEOPLE, values: [connectionId, extensions] });
  return rows;
}

/** The line that was called, or is presented; null when the number is none of ours. */
export async function findLine(
  client: Pick<PoolClient, 'query'>,
  source: Pick<Source, 'id' | 'country'>,
  called: string,
): Promise<KnownLine | null> {
  const number = readNumber(called, source.country);
  if (number.kind !== 'number') return null;
  const { rows } = await client.query<KnownLine>({ name: 'intake-line', text: LINE, values: [source.id, number.e164] });
  return rows[0] ?? null;
}

export type SavedCall = Omit<CallRow, 'version'> & { pbxCallId: string; generation: number };

/** Writes the projection of one call and its legs; returns the new version. */
export async function saveCall(client: PoolClient, source: Source, call: SavedCall): Promise<number> {
  const { fold } = call;
  const from = readNumber(fold.from.number, source.country);
  const to = readNumber(fold.to.number || (fold.line ?? ''), source.country);
  const operator = operatorExtension(fold);
  const userOf = (extension: string | null) => call.people.find((each) => each.extension === extension)?.userId ?? null;

  const { rows } = await client.query<{ version: number }>({
    name: 'intake-save-call',
    text: UPSERT_CALL,
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
      from.kind === 'withheld',
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
    ],
  });

  if (fold.legs.length > 0) {
    const column = <Value>(pick: (leg: (typeof fold.legs)[number]) => Value) => fold.legs.map(pick);
    await client.query({
      name: 'intake-save-legs',
      text: UPSERT_LEGS,
      values: [
        call.id,
        column((leg) => leg.legId),
        column((leg) => leg.extension),
        column((leg) => userOf(leg.extension)),
        column((leg) => leg.state),
        column((leg) => leg.ringingAt),
        column((leg) => leg.answeredAt),
        column((leg) => leg.endedAt),
        column((leg) => leg.cause),
      ],
    });
  }
  return rows[0]?.version ?? 1;
}
