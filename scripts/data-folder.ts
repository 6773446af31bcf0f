import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { Failure, sentenceFor } from './failure.ts';

const OWNER_ONLY = 0o600;
const SECRET_BYTES = 32;

/** The folder of this installation's data, made when missing. Throws a Failure when it cannot be written. */
export function openDataFolder(path = process.env.OFFHOOK_DATA || '.data'): string {
  const folder = resolve(path);
  try {
    mkdirSync(folder, { recursive: true });
    const probe = join(folder, `.probe-${process.pid}`);
    writeFileSync(probe, 'x');
    rmSync(probe);
  } catch (error) {
    throw new Failure(sentenceFor(error, folder) ?? `${folder} cannot be used: ${String(error)}`);
  }
  return folder;
}

/** Writes whole or not at all, readable by the owner alone. */
export function writePrivately(file: string, content: string): void {
  const fresh = `${file}.${process.pid}`;
  try {
    writeFileSync(fresh, content, { mode: OWNER_ONLY, flush: true });
    renameSync(fresh, file);
  } catch (error) {
    throw new Failure(sentenceFor(error, file) ?? `${file} could not be written: ${String(error)}`);
  }
}

/** The text of a file, or null when there is none. */
export function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null;
    throw new Failure(sentenceFor(error, file) ?? `${file} could not be read: ${String(error)}`);
  }
}

/** OFFHOOK_SECRET of a demo installation: made once, kept in its data folder. */
export function installationSecret(folder: string): string {
  const file = join(folder, 'secret');
  const kept = readIfThere(file)?.trim();
  if (kept) return kept;

  const made = randomBytes(SECRET_BYTES).toString('base64url');
  writePrivately(file, `${made}\n`);
  return made;
}
