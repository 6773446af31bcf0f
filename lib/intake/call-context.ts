import type { PoolClient } from 'pg';
import type { CallOperator } from '../caller-card/types.ts';
import { REUSE_AFTER_MS } from '../calls/order.ts';
import { extensionsOf } from '../calls/row.ts';
import type { CallClass, CallFold, ClassReason } from '../calls/types.ts';
import { readNumber } from '../phone-number.ts';
import type { IncomingCallAction } from '../users/types.ts';
import type { Source } from './source.ts';

export type Person = CallOperator & { incomingCallAction: IncomingCallAction };
type KnownLine = { id: string; name: string; display: string; kind: CallClass };
export type KnownCall = {
  id: string;
  generation: number;
  endedAt: string | null;
  class: CallClass | null;
  reasons: ClassReason[];
};

/** What the database knows of what a call names. */
export type CallContext = { known: KnownCall[]; people: Person[]; line: KnownLine | null };

// Whose extension it is now, unless this very call came to it while it was somebody else's: that one is in the call until it ends. A
// PBX may use a call's id again; the old call says nothing then.
const PEOPLE = `
  select u.id as "userId", u.name, named.extension, u."incomingCallAction"
    from unnest($2::text[]) as named (extension)
    left join lateral (
      select leg."userId" from "Call" c join "Leg" leg on leg."callId" = c.id
       where c."connectionId" = $1 and c."pbxCallId" = $3 and leg.extension = named.extension
         and (c."endedAt" is null or c."lastHeardAt" > now() - interval '${REUSE_AFTER_MS} milliseconds')
       order by c.generation desc limit 1) in_call on true
    left join "PbxAccount" a on a."connectionId" = $1 and a.extension = named.extension
    join "User" u on u.id = coalesce(in_call."userId", a."userId")`;

const CONTEXT = `
  select
    (select coalesce(json_agg(p), '[]') from (${PEOPLE}) p) as people,
    (select coalesce(json_agg(c order by c.generation), '[]') from (
       select id, generation, "endedAt", class, "classReasons" as reasons
         from "Call" where "connectionId" = $1 and "pbxCallId" = $3) c) as known,
    (select row_to_json(l) from (
       select id, name, display, kind from "Line" where "connectionId" = $1 and e164 = $4) l) as line`;

/** One round trip for all of it: this runs while the phone rings. */
export async function readContext(client: PoolClient, source: Source, pbxCallId: string, fold: CallFold): Promise<CallContext> {
  const { rows } = await client.query<CallContext>({
    name: 'intake-context',
    text: CONTEXT,
    values: [source.id, extensionsOf(fold), pbxCallId, lineNumber(fold, source.country)],
  });
  return rows[0] ?? { known: [], people: [], line: null };
}

export async function findPeople(
  client: Pick<PoolClient, 'query'>,
  { connectionId, pbxCallId }: { connectionId: string; pbxCallId: string },
  extensions: string[],
): Promise<Person[]> {
  const { rows } = await client.query<Person>({
    name: 'intake-people',
    text: PEOPLE,
    values: [connectionId, extensions, pbxCallId],
  });
  return rows;
}

/** The line that was called, or is presented. */
function lineNumber(fold: CallFold, country: string): string | null {
  const written = fold.line ?? (fold.direction === 'inbound' ? fold.to.number : '');
  const number = readNumber(written, country);
  return number.kind === 'number' ? number.e164 : null;
}
