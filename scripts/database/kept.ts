import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { APP_ROLE } from './app-role.ts';
import { SUPERUSER } from './cluster.ts';

const PASSWORD_BYTES = 24;

/** What an installation remembers of its database, in a file that its owner alone can read. */
const Kept = z.object({
  home: z.string(),
  port: z.int(),
  password: z.string(),
  /** Of the application's own role. Data of before there was one gets it with the next start. */
  appPassword: z.string().default(newPassword),
});
export type Kept = z.infer<typeof Kept>;

const fileIn = (dataFolder: string) => join(dataFolder, 'database.json');

export function readKept(dataFolder: string): Kept | null {
  const text = readIfThere(fileIn(dataFolder));
  if (text === null) return null;

  const kept = Kept.safeParse(parse(text));
  if (kept.success) return kept.data;
  throw new Failure(`${fileIn(dataFolder)} is damaged: it must hold the home, port and password of the database.`);
}

export function keep(dataFolder: string, kept: Kept): void {
  writePrivately(fileIn(dataFolder), `${JSON.stringify(kept, null, 2)}\n`);
}

export function urlOf(kept: Kept, database: string): string {
  return `postgresql://${SUPERUSER}:${kept.password}@127.0.0.1:${kept.port}/${database}`;
}

/** The same database as the application's own role. */
export function appUrlOf(kept: Kept, database: string): string {
  return `postgresql://${APP_ROLE}:${kept.appPassword}@127.0.0.1:${kept.port}/${database}`;
}

export function newPassword(): string {
  return randomBytes(PASSWORD_BYTES).toString('hex');
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
