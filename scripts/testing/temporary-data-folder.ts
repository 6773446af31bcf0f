import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stopAsterisk } from '../asterisk/private-asterisk.ts';
import { stopDatabase } from '../database/embedded.ts';

const PREFIX = 'offhook-test-';
const ABANDONED = /^offhook-test-(\d+)-/;

/** A data folder for one run of the tests. Its name carries our process id, by which a later run knows it as abandoned. */
export function temporaryDataFolder(): { path: string; remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-`));
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** Stops the databases and Asterisks of runs that were killed, and removes their folders. */
export async function removeAbandoned(): Promise<void> {
  for (const name of readdirSync(tmpdir())) {
    const pid = Number(name.match(ABANDONED)?.[1]);
    if (!pid || isAlive(pid)) continue;

    const folder = join(tmpdir(), name);
    stopDatabase(folder);
    await stopAsterisk(join(folder, 'asterisk'));
    rmSync(folder, { recursive: true, force: true });
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
