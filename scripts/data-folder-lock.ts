import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { readIfThere } from './data-folder.ts';
import { Failure } from './failure.ts';

/**
 * Holds the data folder for this process until it ends or calls the returned function.
 * Throws a Failure when a living process holds it; the lock of one that was killed is taken over.
 */
export function lockDataFolder(folder: string): () => void {
  const lock = join(folder, 'lock');
  const mine = `${process.pid} ${bornAt(process.pid)}`;

  if (!claim(lock, mine)) {
    removeStale(lock, folder);
    if (!claim(lock, mine)) throw inUse(folder);
  }
  return () => {
    if (readIfThere(lock) === mine) rmSync(lock, { force: true });
  };
}

/** Links a complete file into place, so that nobody ever reads a half-written lock. */
function claim(lock: string, owner: string): boolean {
  const draft = `${lock}.${process.pid}`;
  writeFileSync(draft, owner);
  try {
    linkSync(draft, lock);
    return true;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function removeStale(lock: string, folder: string): void {
  const owner = readIfThere(lock);
  if (owner === null) return;
  if (isAlive(owner)) throw inUse(folder, owner.split(' ')[0]);

  // Renaming first: of two processes that both saw the stale lock, only one removes it.
  const aside = `${lock}.stale.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return;
  }
  const removed = readIfThere(aside);
  if (removed !== null && removed !== owner && isAlive(removed)) {
    renameSync(aside, lock);
    throw inUse(folder, removed.split(' ')[0]);
  }
  rmSync(aside, { force: true });
}

function isAlive(owner: string): boolean {
  const [pid = '', born = ''] = owner.split(' ');
  // A lock that a power cut left empty names nobody; number 0 would be our own process group.
  if (!(Number(pid) > 0)) return false;
  try {
    process.kill(Number(pid), 0);
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
  return bornAt(Number(pid)) === born;
}

/** Tells a process from a later one that was given the same number; empty where the system does not say. */
function bornAt(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in parentheses may hold blanks; the start time is the 20th field after it.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
  } catch {
    return '';
  }
}

function inUse(folder: string, pid?: string): Failure {
  const by = pid ? ` (process ${pid})` : '';
  return new Failure(
    `Offhook already runs on the data folder ${folder}${by}. Stop it first, or use another: OFFHOOK_DATA=.data2`,
  );
}
