import pg from 'pg';
import { env } from '../../lib/env.ts';

/** Meanwhile the database lets nobody in, and whoever was is out. */
export async function withoutDatabase(work: () => Promise<void>): Promise<void> {
  const { password } = new URL(env.databaseUrl ?? '');
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  const setPassword = (to: string) => client.query(`alter role current_user password ${client.escapeLiteral(to)}`);
  try {
    await setPassword('known to nobody');
    await client.query(
      'select pg_terminate_backend(pid) from pg_stat_activity where usename = current_user and pid <> pg_backend_pid()',
    );
    await work();
  } finally {
    await setPassword(decodeURIComponent(password));
    await client.end();
  }
}

/** Meanwhile everybody waits for the table, and gives up: what reads it fails, and the rest goes on. */
export async function withoutTable(name: string, work: () => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  try {
    await client.query(`begin; lock table ${client.escapeIdentifier(name)} in access exclusive mode`);
    await work();
  } finally {
    await client.end();
  }
}
