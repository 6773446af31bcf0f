import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { Failure } from '../failure.ts';
import { type Migration, readMigrations } from './migrations.ts';
import { type Applied, planMigrations } from './plan.ts';

// Prisma's own key: its `migrate deploy` and ours never run at the same time.
const ADVISORY_LOCK = 72_707_369;

// As Prisma makes it, so that its `migrate deploy` can carry on from here where its engine can be had.
const HISTORY = `
  create table if not exists "_prisma_migrations" (
    id varchar(36) primary key not null,
    checksum varchar(64) not null,
    finished_at timestamptz,
    migration_name varchar(255) not null,
    logs text,
    rolled_back_at timestamptz,
    started_at timestamptz not null default now(),
    applied_steps_count integer not null default 0
  )`;

/** Applies what is pending, in order, each in a transaction of its own. Returns the names. */
export async function migrate(
  url: string,
  files = readMigrations(),
  report: (name: string) => void = () => undefined,
): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  try {
    await client.connect();
  } catch (error) {
    throw new Failure(`The database cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
  }

  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK]);
    await client.query(HISTORY);
    const plan = planMigrations(files, await readHistory(client));
    if (plan.isRefused) throw new Failure(plan.why);

    for (const migration of plan.pending) {
      await apply(client, migration);
      report(migration.name);
    }
    return plan.pending.map((migration) => migration.name);
  } finally {
    // Ends the session, and with it the lock.
    await client.end();
  }
}

async function readHistory(client: pg.Client): Promise<Applied[]> {
  const { rows } = await client.query<Applied>(
    `select migration_name as name, checksum, finished_at is not null as "isFinished"
       from "_prisma_migrations" where rolled_back_at is null order by migration_name`,
  );
  return rows;
}

async function apply(client: pg.Client, { name, sql, checksum }: Migration): Promise<void> {
  try {
    await client.query('begin');
    await client.query(sql);
    await client.query(
      `insert into "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       values ($1, $2, $3, now(), clock_timestamp(), 1)`,
      [randomUUID(), checksum, name],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw new Failure(`The migration ${name} failed and was undone: ${error instanceof Error ? error.message : String(error)}`);
  }
}
