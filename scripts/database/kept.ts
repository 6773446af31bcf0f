import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../data-folder.ts';
import { Failure } from '../failure.ts';
import { SUPERUSER } from './cluster.ts';

/** What an installation remembers of its database, in a file that its owner alone can read. */
const Kept = z.object({ home: z.string(), port: z.int(), password: z.string() });
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

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
