import { execFileSync, spawnSync } from 'node:child_process';
import { Failure } from '../failure.ts';

/** Who runs PostgreSQL: nobody special, except that it refuses root and then runs as the system's `postgres` user. */
export type SystemUser = { uid: number; gid: number } | Record<string, never>;

/** Ids to spawn PostgreSQL's programs with. As root, makes the `postgres` user where there is none. */
export function databaseUser(): SystemUser {
  if (process.getuid?.() !== 0) return {};

  const known = idsOf('postgres');
  if (known) return known;

  spawnSync('useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres']);
  const made = idsOf('postgres');
  if (made) return made;
  throw new Failure(
    'PostgreSQL refuses to run as root, and the user "postgres" could not be made. Make it (useradd --system postgres), run as another user, or set DATABASE_URL.',
  );
}

/** Whether that user can use the file or folder, for which every folder above must let it pass. */
export function canReach(user: SystemUser, path: string): boolean {
  if (!('uid' in user)) return true;
  return spawnSync('/bin/sh', ['-c', 'test -r "$1" || test -x "$1"', 'sh', path], user).status === 0;
}

function idsOf(name: string): { uid: number; gid: number } | null {
  try {
    const [uid, gid] = ['-u', '-g'].map((flag) => Number(execFileSync('id', [flag, name], { stdio: 'pipe' })));
    return uid && gid ? { uid, gid } : null;
  } catch {
    return null;
  }
}
