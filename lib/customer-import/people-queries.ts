import type { PoolClient } from 'pg';
import { LOCK_NUMBERS } from '../customers/number-lock.ts';
import type { KnownCustomer, KnownPeople } from './plan.ts';
import { nameKey } from './plan.ts';
import type { LineCustomer } from './types.ts';

type Queryable = Pick<PoolClient, 'query'>;

/** Half a town may share a number (R30): of so many nobody is chosen by what the line says anyway. */
const OWNERS_OF_NUMBER = 50;
const NUMBERS_OF_CUSTOMER = 50;

const OWNERS = `
  select w.e164, n."customerId"
    from unnest($1::text[]) w(e164)
    cross join lateral (
      select "customerId" from "PhoneNumber" where e164 = w.e164 and "customerId" is not null order by id limit ${OWNERS_OF_NUMBER}) n`;

const WITHOUT_NUMBER = `
  select distinct on (c.name, coalesce(c.company, '')) c.id, c.name, coalesce(c.company, '') as company
    from unnest($1::text[], $2::text[]) w(name, company)
    join "Customer" c on c.name = w.name and coalesce(c.company, '') = w.company
   where (select true from "PhoneNumber" n where n."customerId" = c.id limit 1) is null
   order by c.name, coalesce(c.company, ''), c.id`;

// "limit 1" instead of "exists", here and above: for that the planner would read every number and address of the house at each batch.
const CUSTOMERS = `
  select c.id, c.name, coalesce(c.company, '') as company, c.note, coalesce(c.city, '') as city, coalesce(c.country, '') as country,
         c.birthday::text as birthday, c.source, c.extra,
         coalesce(n.numbers, '{}') as numbers, 
         (select true from "Address" a where a."customerId" = c.id limit 1) is not null as "hasAddress"
    from "Customer" c
    left join lateral (
      select array_agg(e164) as numbers
        from (select e164 from "PhoneNumber" where "customerId" = c.id order by id limit ${NUMBERS_OF_CUSTOMER}) n) n on true
   where c.id = any($1::uuid[])`;

/** Whoever else gives one of these numbers to somebody waits until this transaction is over. */
export async function lockNumbers(client: Queryable, lines: readonly LineCustomer[]): Promise<void> {
  await client.query(LOCK_NUMBERS, [numbersOf(lines)]);
}

/** Everybody whom these lines may mean, in four statements however many lines there are. */
export async function loadPeople(client: Queryable, lines: readonly LineCustomer[]): Promise<KnownPeople> {
  const nameless = lines.filter(({ numbers }) => numbers.length === 0);
  const owners = await client.query<{ e164: string; customerId: string }>(OWNERS, [numbersOf(lines)]);
  const unnumbered = await client.query<{ id: string; name: string; company: string }>(WITHOUT_NUMBER, [
    nameless.map(({ name }) => name),
    nameless.map(({ company }) => company),
  ]);
  const ids = new Set([
    ...owners.rows.map(({ customerId }) => customerId),
    ...unnumbered.rows.map(({ id }) => id),
    ...lines.flatMap(({ id }) => id ?? []),
  ]);
  const customers = await client.query<KnownCustomer>(CUSTOMERS, [[...ids]]);

  const ownersOf = new Map<string, string[]>();
  for (const { e164, customerId } of owners.rows) ownersOf.set(e164, [...(ownersOf.get(e164) ?? []), customerId]);
  return {
    customers: new Map(customers.rows.map((row) => [row.id, row])),
    ownersOf,
    withoutNumber: new Map(unnumbered.rows.map((row) => [nameKey(row), row.id])),
  };
}

function numbersOf(lines: readonly LineCustomer[]): string[] {
  return [...new Set(lines.flatMap(({ numbers }) => numbers.map(({ e164 }) => e164)))];
}
