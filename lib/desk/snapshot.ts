import { findCallerCard } from '../caller-card/queries.ts';
import { readCardFacts } from '../caller-card/settings-queries.ts';
import type { DeskCall } from '../caller-card/types.ts';
import { foldCalls } from '../calls/fold.ts';
import { extensionsOf, otherSide, toFacts } from '../calls/row.ts';
import type { CallClass, ClassReason } from '../calls/types.ts';
import { inTransaction } from '../db/transaction.ts';
import { findPeople } from '../intake/call-context.ts';
import { loadEvents } from '../intake/event-store.ts';
import type { DeskSnapshot } from '../realtime/events.ts';
import { findPhone } from '../users/find-phone.ts';

// Rings at this user, or this user has it; through the leg, because several devices ring and one user has the call.
const ACTIVE_CALLS = `
  select c.id, c.version, c."startedAt", c."connectionId", c."pbxCallId", c.generation, n.country, c.class, c."classReasons" as reasons,
         case when l.id is not null then json_build_object('id', l.id, 'name', l.name, 'display', l.display) end as line
    from "Call" c
    join "PbxConnection" n on n.id = c."connectionId"
    left join "Line" l on l.id = c."lineId"
   where c.phase <> 'ended'
     and (c."operatorId" = $1 or exists (select from "Leg" g where g."callId" = c.id and g."userId" = $1 and g.state <> 'ended'))
   order by c."startedAt"
   limit 50`;

type ActiveCall = {
  id: string;
  version: number;
  startedAt: Date;
  connectionId: string;
  pbxCallId: string;
  generation: number;
  country: string;
  class: CallClass | null;
  reasons: ClassReason[];
  line: DeskCall['line'];
};

/** What a browser starts from on every (re)connect: the calls at this user's phone with complete cards, and the phone itself. */
export async function deskSnapshot(userId: string, now: Date): Promise<DeskSnapshot> {
  const [calls, phone, cardFacts] = await Promise.all([activeCalls(userId), findPhone(userId), readCardFacts()]);
  return { now: now.toISOString(), phone, calls, cardFacts };
}

async function activeCalls(userId: string): Promise<DeskCall[]> {
  return inTransaction(async (client) => {
    const { rows } = await client.query<ActiveCall>({ name: 'desk-calls', text: ACTIVE_CALLS, values: [userId] });

    const calls: DeskCall[] = [];
    for (const row of rows) {
      const events = (await loadEvents(client, row.connectionId, [row.pbxCallId])).get(row.pbxCallId) ?? [];
      const fold = foldCalls(events).find((each) => each.fold.startedAt.getTime() === row.startedAt.getTime())?.fold;
      if (!fold) continue;
      const people = await findPeople(client, row, extensionsOf(fold));
      const side = otherSide(fold, row.country, people.find((each) => each.userId === userId)?.extension ?? null);
      const card = await findCallerCard(client, { connectionId: row.connectionId, party: side.party, viewerIds: [userId] });
      calls.push({ ...toFacts({ ...row, fold, people }, side), card });
    }
    return calls;
  });
}
