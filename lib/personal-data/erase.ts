import { Client } from 'pg';
import { LOCK_NUMBERS } from '../customers/number-lock.ts';
import { env } from '../env.ts';
import { isConfirmed } from './confirmation.ts';
import { ERASE, ERASE_CALLERS, ERASE_LEDGER, ERASE_REFUSALS } from './erase-statements.ts';
import { namePattern, numberPattern } from './mentions.ts';
import { personKey } from './person-key.ts';
import { type Busy, findPerson, footprintOf, type Queryable, underWay } from './person-queries.ts';
import { sweepMentions } from './sweep-mentions.ts';
import type { Footprint, Person, PersonScope } from './types.ts';

export type EraseOutcome =
  | { kind: 'erased'; footprint: Footprint; customerIds: string[] }
  | { kind: 'notFound' | 'notConfirmed' | 'ofDriver' | 'ofLine' }
  | { kind: 'busy'; busy: Busy };

type Erasing = { scope: PersonScope; typed: string; country: string; userId: string | null; at: Date };

const LOCK_CUSTOMERS = `select id from "Customer" where id = any($1::uuid[]) order by id for update`;
// Somebody else who is called the same must not lose their name by it.
const NAMESAKES = `
  select name from "Customer" where name = any($1::text[]) union select name from "ContactPerson" where name = any($1::text[])
   union select name from "Driver" where name = any($1::text[]) union select name from "User" where name = any($1::text[])
   union select "potentialName" from "Interest" where "potentialName" = any($1::text[])`;
/** What else they were called: in records that became part of theirs, and before they were a customer. */
const OTHER_NAMES = `
  select "mergedName" as name from "CustomerMerge" where "keptId" = any($1::uuid[])
   union select "potentialName" from "Interest" where "phoneE164" = any($2::text[])`;
const AUDIT = `
  insert into "AuditEntry" (at, "userId", action, "subjectType", "subjectId", details)
  values ($1, $2, 'personal-data.erased', 'number', $3, $4)`;

/**
 * Erases a person everywhere, in one transaction: names, numbers, addresses, texts, files. What is counted and summed stays: the calls, the
 * orders, their times, lines, operators and amounts. An erased person who calls again, or whose call begins meanwhile, is unknown.
 *
 * On a connection of its own: reading every text of a large house takes longer than any other statement may.
 */
export async function erasePerson(erasing: Erasing): Promise<EraseOutcome> {
  const client = new Client({ connectionString: env.databaseUrl });
  // Without a listener a connection that breaks would take the process along; the statement under way fails and says so.
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin');
    const outcome = await eraseIn(client, erasing);
    await client.query(outcome.kind === 'erased' ? 'commit' : 'rollback');
    return outcome;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function eraseIn(client: Queryable, { scope, typed, country, userId, at }: Erasing): Promise<EraseOutcome> {
  const seen = await findPerson(scope, client);
  if (!seen) return { kind: 'notFound' };
  await client.query(LOCK_NUMBERS, [[...seen.numbers, ...seen.sharedNumbers]]);
  await client.query(LOCK_CUSTOMERS, [seen.customers.map(({ id }) => id)]);

  // Who has the number may have changed while the locks were waited for.
  const person = await findPerson(scope, client);
  if (!person) return { kind: 'notFound' };
  if (person.belongsTo) return { kind: person.belongsTo === 'line' ? 'ofLine' : 'ofDriver' };
  if (!isConfirmed(person, typed, country)) return { kind: 'notConfirmed' };
  const busy = await underWay(person, client);
  if (busy.calls + busy.deliveries > 0) return { kind: 'busy', busy };

  const footprint = await footprintOf(person, client);
  const customerIds = person.customers.map(({ id }) => id);
  const { rows: others } = await client.query<{ name: string }>(OTHER_NAMES, [customerIds, person.numbers]);
  for (const statement of ERASE)
    await client.query(...withOnly(statement, [customerIds, person.contacts.map(({ id }) => id), person.numbers]));
  await eraseMentions(client, person, others);

  const subject = scope.kind === 'number' ? scope.e164 : scope.customerId;
  await client.query(AUDIT, [at, userId, personKey(subject), JSON.stringify({ scope: scope.kind, ...footprint })]);
  return { kind: 'erased', footprint, customerIds };
}

async function eraseMentions(client: Queryable, person: Person, others: { name: string }[]): Promise<void> {
  const names = [...person.customers, ...person.contacts, ...others].map(({ name }) => name);
  const { rows: namesakes } = await client.query<{ name: string }>(NAMESAKES, [names]);
  const patterns = names.filter((name) => !namesakes.some((other) => other.name === name)).map(namePattern);
  const namePatterns = patterns.filter((pattern) => pattern !== null);
  const numberPatterns = person.numbers.map(numberPattern);

  if (numberPatterns.length > 0) await client.query(ERASE_CALLERS, [numberPatterns.join('|'), person.numbers]);
  const all = [...numberPatterns, ...namePatterns].join('|');
  if (all !== '') {
    await client.query(ERASE_LEDGER, [all]);
    await client.query(ERASE_REFUSALS, [all]);
  }
  await sweepMentions(client, numberPatterns, namePatterns);
}

/** PostgreSQL takes no parameter that a statement does not name. */
function withOnly(statement: string, values: unknown[]): [text: string, values: unknown[]] {
  const named = values.map((_, index) => index + 1).filter((place) => statement.includes(`$${place}`));
  const text = named.reduce((renamed, place, index) => renamed.replaceAll(`$${place}`, `$#${index + 1}`), statement);
  return [text.replaceAll('$#', '$'), named.map((place) => values[place - 1])];
}
