import { execFileSync } from 'node:child_process';
import pg from 'pg';
import { openDataFolder } from '../scripts/data-folder.ts';
import { startDatabase } from '../scripts/database/embedded.ts';
import { migrate } from '../scripts/database/migrate.ts';
import { administer, urlOfDatabase } from '../scripts/database/scratch.ts';

const DATABASE = 'offhook_bench';
const DATA_FOLDER = '.data/bench';
/** The database is kept between runs, so what seals its secrets is fixed. Nothing but made-up people is in it. */
export const BENCH_SECRET = 'offhook-bench-keeps-nothing-secret';
export const CUSTOMERS = 1_000_000;

const GROW = `
  with people as materialized (
    select gen_random_uuid() as id, g from generate_series(0, ${CUSTOMERS - 1}) g
  ), customers as (
    insert into "Customer" (id, name, company, note, city, country)
    select id, 'Customer ' || g, case when g % 10 = 0 then 'Company ' || g end, '', 'Warszawa', 'PL' from people
  )
  insert into "PhoneNumber" (id, raw, e164, display, "isPrimary", "customerId")
  select gen_random_uuid(), e164, e164, e164, true, id from (select id, '+48' || (730000000 + g) as e164 from people) numbered`;

const FLOOR_CONNECTION = `
  insert into "PbxConnection" (id, slug, name, kind, country)
  values (gen_random_uuid(), 'floor', 'The floor of the benchmarks', 'webhook', 'PL') on conflict (slug) do nothing`;

export type World = { url: string; stop: () => void };

/** The number of the customer that is `index` of a million. */
export function numberOf(index: number): string {
  return `+48${730_000_000 + (index % CUSTOMERS)}`;
}

/** A migrated and seeded database with a million customers on top: made by the first run, kept for the next. */
export async function openWorld(tell: (progress: string) => void): Promise<World> {
  const given = process.env.DATABASE_URL;
  const server = given ? { url: given, stop: () => undefined } : await startDatabase(openDataFolder(DATA_FOLDER));
  const url = urlOfDatabase(server.url, DATABASE);

  await administer(server.url, `create database "${DATABASE}"`).catch(unlessItIsThere);
  await migrate(url);
  execFileSync(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    env: { ...process.env, DATABASE_URL: url, OFFHOOK_SECRET: BENCH_SECRET },
    stdio: 'inherit',
  });
  await withClient(url, async (client) => {
    await client.query(FLOOR_CONNECTION);
    const { rowCount } = await client.query('select from "PhoneNumber" where e164 = $1', [numberOf(CUSTOMERS - 1)]);
    if (rowCount) return;

    tell(`writing ${CUSTOMERS.toLocaleString('en')} customers, once`);
    await client.query(GROW);
    await client.query('vacuum analyze');
  });
  return { url, stop: server.stop };
}

export async function withClient<Result>(url: string, work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function unlessItIsThere(error: unknown): void {
  const DUPLICATE_DATABASE = '42P04';
  if (!(error instanceof pg.DatabaseError) || error.code !== DUPLICATE_DATABASE) throw error;
}
