import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writePrivately } from '../data-folder.ts';
import { Asterisk } from './asterisk.ts';
import { PbxSettings } from './settings.ts';

/** What a private Asterisk's folder says of it, so that another process can find, ask and stop it. */
const Kept = z.object({ asterisk: Asterisk, settings: PbxSettings });
export type Kept = z.infer<typeof Kept>;

const fileIn = (home: string) => join(home, 'asterisk.json');

export function keepAsterisk(home: string, kept: Kept): void {
  writePrivately(fileIn(home), `${JSON.stringify(kept, null, 2)}\n`);
}

/** Null where there is none, or one that an older version wrote in its own way. */
export function readAsterisk(home: string): Kept | null {
  const text = readIfThere(fileIn(home));
  if (text === null) return null;
  const kept = Kept.safeParse(parse(text));
  return kept.success ? kept.data : null;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
