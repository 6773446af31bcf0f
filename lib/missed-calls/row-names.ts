import type { CustomerClass } from '../caller-card/types.ts';
import { pool } from '../db/client.ts';
import type { SmsState } from '../sms/types.ts';
import type { Tag } from '../tags/queries.ts';

type Line = { id: string; name: string };
export type LastSms = { id: string; state: SmsState; cause: string | null };
export type Customer = { id: string; name: string; class: CustomerClass };

const LINES = 'select c.id as key, l.id, l.name from "LedgerChain" c join "Line" l on l.id = c."lineId" where c.id = any($1)';
const USERS = 'select id as key, id, name from "User" where id = any($1)';
const TAGS = `
  select m."missedCallId" as key, jsonb_agg(jsonb_build_object('id', t.id, 'name', t.name) order by t.key) as tags
    from "MissedCallTag" m join "Tag" t on t.id = m."tagId" where m."missedCallId" = any($1) group by 1`;
const LAST_SMS = `
  select distinct on ("missedCallId") "missedCallId" as key, id, state, cause from "SmsMessage"
   where "missedCallId" = any($1) order by "missedCallId", "queuedAt" desc`;
// Of several who share a number, the one who was chosen last (S1.15).
const CUSTOMERS = `
  select distinct on (n.e164) n.e164 as key, c.id, c.name, c.class from "PhoneNumber" n join "Customer" c on c.id = n."customerId"
   where n.e164 = any($1) order by n.e164, n."chosenAt" desc nulls last, n.id`;

type Keyed<Named> = Map<string, Named & { key: string }>;

/** The lines of these chains; those of no line are not among them. */
export function linesOfChains(chainIds: string[]): Promise<Keyed<Line>> {
  return found('missed-lines', LINES, chainIds);
}

export function namesOfUsers(userIds: (string | null)[]): Promise<Keyed<{ id: string; name: string }>> {
  return found('missed-users', USERS, userIds);
}

export function tagsOfRows(missedCallIds: string[]): Promise<Keyed<{ tags: Tag[] }>> {
  return found('missed-tags', TAGS, missedCallIds);
}

/** The last message to each of these callers, where there was one. */
export function lastSmsOfRows(missedCallIds: string[]): Promise<Keyed<LastSms>> {
  return found('missed-last-sms', LAST_SMS, missedCallIds);
}

/** Who has these numbers. */
export function customersOfNumbers(e164: (string | null)[]): Promise<Keyed<Customer>> {
  return found('missed-customers', CUSTOMERS, e164);
}

async function found<Named>(name: string, text: string, keys: (string | null)[]): Promise<Keyed<Named>> {
  const known = [...new Set(keys.filter((key) => key !== null))];
  if (known.length === 0) return new Map();
  const { rows } = await pool().query<Named & { key: string }>({ name, text, values: [known] });
  return new Map(rows.map((row) => [row.key, row]));
}
