import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import pg from 'pg';
import { DEMO_SOURCE } from '../../lib/demo-credentials.ts';
import { ROOT } from '../building/sources.ts';
import { Failure } from '../failure.ts';
import { ASTERISK_SOURCE } from './settings.ts';

/** Lets the demo's operators call through the Asterisk in `home`. */
export async function useAsterisk(installation: { databaseUrl: string; secret: string }, home: string): Promise<void> {
  const { databaseUrl: DATABASE_URL, secret: OFFHOOK_SECRET } = installation;
  const script = join(ROOT, 'scripts', 'asterisk', 'switch-phones.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, home], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL, OFFHOOK_SECRET, OFFHOOK_DEMO: '1', LOG_LEVEL: 'warn' },
    stdio: 'inherit',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Failure('The operators could not be given their phones on Asterisk; the reason is above.');
}

/** Back to the practice phone, for whoever calls through the demo's Asterisk. The connection stays. */
export async function useThePracticePhone(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    const left = await client.query<{ userId: string }>(
      `update "PbxAccount" a set "isActive" = false from "PbxConnection" c
        where c.id = a."connectionId" and c.slug = $1 and a."isActive" returning a."userId"`,
      [ASTERISK_SOURCE],
    );
    await client.query(
      `update "PbxAccount" a set "isActive" = true from "PbxConnection" c
        where c.id = a."connectionId" and c.slug = $1 and a."userId" = any($2::uuid[])`,
      [DEMO_SOURCE, left.rows.map((row) => row.userId)],
    );
    await client.query('commit');
  } finally {
    await client.end();
  }
}
