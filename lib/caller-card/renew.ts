import { pool } from '../db/client.ts';
import { log } from '../log.ts';
import type { PartyNumber } from '../phone-number.ts';
import { publish } from '../realtime/publish.ts';
import { findCallerCard } from './queries.ts';

/** Nobody shares a number with more calls than these at once. */
const CALLS = 50;

// By the index of the calls that are up: a handful of rows, whoever has called before.
const RUNNING = `
  select c.id, c."connectionId", n.e164, n.display,
         array(select distinct u from (select c."operatorId" as u union all
                 select g."userId" from "Leg" g where g."callId" = c.id and g.state <> 'ended') p where u is not null) as "viewerIds"
    from "Call" c
    join lateral (select case when c.direction = 'outbound' then c."toE164" else c."fromE164" end as e164,
                         case when c.direction = 'outbound' then c."toDisplay" else c."fromDisplay" end as display) n on true
   where c.phase <> 'ended' and n.e164 = any($1)
   limit ${CALLS}`;

type Running = { id: string; connectionId: string; e164: string; display: string; viewerIds: string[] };

/**
 * Tells everybody on a running call with one of these numbers what is known of it by now (S1.14, S1.15). After the commit of what
 * changed; where it fails, the change stands, and the next call shows it.
 */
export async function renewCards(numbers: string[]): Promise<void> {
  try {
    const { rows } = await pool().query<Running>({ name: 'running-calls-of', text: RUNNING, values: [numbers] });
    for (const { id: callId, connectionId, e164, display, viewerIds } of rows) {
      const party: PartyNumber = { kind: 'number', e164, display };
      const card = await findCallerCard(pool(), { connectionId, party, viewerIds });
      if (viewerIds.length > 0)
        publish(
          viewerIds.map((userId) => `user:${userId}` as const),
          'call:card',
          { callId, card },
        );
    }
  } catch (error) {
    log.warn({ err: error }, 'The cards of running calls could not be renewed.');
  }
}

/** The same for every number that the customer has. */
export async function renewCardsOf(customerId: string): Promise<void> {
  try {
    const text = 'select e164 from "PhoneNumber" where "customerId" = $1 limit 100';
    const { rows } = await pool().query<{ e164: string }>({ name: 'numbers-of', text, values: [customerId] });
    if (rows.length > 0) await renewCards(rows.map(({ e164 }) => e164));
  } catch (error) {
    log.warn({ err: error }, 'The cards of a customer’s calls could not be renewed.');
  }
}
