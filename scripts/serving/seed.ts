import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import pg from 'pg';
import { Failure } from '../failure.ts';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Fills an empty database with the demo world. In a process of its own, since the product reads its environment once. */
export async function seedIfEmpty(environment: { DATABASE_URL: string; OFFHOOK_SECRET: string }): Promise<void> {
  if (!(await isEmpty(environment.DATABASE_URL))) return;

  console.log('Filling the database with the demo world …');
  const child = spawn(process.execPath, ['--import', 'tsx', 'prisma/seed.ts'], {
    cwd: ROOT,
    env: { ...process.env, ...environment, OFFHOOK_DEMO: '1' },
    stdio: 'inherit',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Failure('The demo world could not be stored; the reason is above. Nothing of it was kept.');
}

async function isEmpty(url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query('select 1 from "Organisation" limit 1');
    return rows.length === 0;
  } finally {
    await client.end();
  }
}
