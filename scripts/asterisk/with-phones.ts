import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../building/sources.ts';
import { Failure } from '../failure.ts';

type Installation = { databaseUrl: string; secret: string };

/** Lets the demo's operators call through the Asterisk in `home`, or, without one, with the practice phone. */
export async function switchPhones({ databaseUrl, secret }: Installation, home?: string): Promise<void> {
  const script = join(ROOT, 'scripts', 'asterisk', 'switch-phones.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...(home ? [home] : [])], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: databaseUrl, OFFHOOK_SECRET: secret, OFFHOOK_DEMO: '1', LOG_LEVEL: 'warn' },
    stdio: 'inherit',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Failure('The operators could not be given another phone; the reason is above.');
}
