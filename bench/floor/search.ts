import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Pool } from 'pg';
import { someBeginning } from '../../lib/customers/finding.ts';
import { foundCustomers } from '../../lib/customers/list-queries.ts';
import type { Meaningful } from '../../lib/customers/search.ts';
import type { Prisma } from '../../lib/db/generated/client.ts';
import { deliveriesByWords, latestDeliveries } from '../../lib/search/delivery-queries.ts';
import { driversFound } from '../../lib/search/driver-queries.ts';
import { readMeaning } from '../../lib/search/meaning.ts';
import { numberQuery } from '../../lib/search/number-queries.ts';
import { isSignedIn } from './signed-in.ts';

// The least that a search by somebody signed in can cost: the SQL of the product goes to `pg`.

const ROWS = 5;
const CANDIDATES = 200;

export async function answerSearch(pool: Pool, request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (!(await isSignedIn(pool, request.headers.cookie ?? ''))) return void response.writeHead(401).end();

  const text = new URL(request.url ?? '', 'http://floor').searchParams.get('text') ?? '';
  const found = JSON.stringify(await find(pool, text));
  response.writeHead(200, { 'content-type': 'application/json', 'content-length': Buffer.byteLength(found) }).end(found);
}

async function find(pool: Pool, text: string): Promise<unknown> {
  const { people, number } = readMeaning(text, 'PL');
  if (people.kind === 'everybody' || people.kind === 'nobody') return {};
  if (number) return (await ask(pool, numberQuery(number.e164, ROWS, new Date(), false), 'number'))[0];

  const [customers, deliveries, drivers] = await Promise.all([
    findCustomers(pool, people),
    findDeliveries(pool, people),
    ask(pool, driversFound(people, ROWS)),
  ]);
  return { customers, deliveries, drivers };
}

async function findCustomers(pool: Pool, people: Meaningful): Promise<unknown[]> {
  const at = new Date();
  const found =
    people.kind === 'part' ? await ask(pool, foundCustomers(people, at, ROWS, someBeginning(people, CANDIDATES))) : [];
  return found.length > 0 ? found : ask(pool, foundCustomers(people, at, ROWS));
}

async function findDeliveries(pool: Pool, people: Meaningful): Promise<unknown[]> {
  const typed = people.kind === 'words' ? people.text : people.kind === 'part' ? people.digits : '';
  const latest = await ask(pool, latestDeliveries(typed, ROWS));
  return latest.length === ROWS ? latest : ask(pool, deliveriesByWords(typed, ROWS));
}

async function ask(pool: Pool, { text, values }: Prisma.Sql, name?: string): Promise<unknown[]> {
  return (await pool.query({ ...(name && { name }), text, values })).rows;
}
