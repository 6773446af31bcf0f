import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Failure, sentenceFor } from '../failure.ts';
import type { Binaries } from './binaries.ts';
import type { SystemUser } from './system-user.ts';

export const SUPERUSER = 'offhook';

/** A PostgreSQL cluster on disk: `home` holds its files and its log. */
export type Cluster = { home: string; binaries: Binaries; user: SystemUser };

const START_SECONDS = 60;
const STOP_SECONDS = 30;
const OWNER_ONLY_FOLDER = 0o700;
const OWNER_ONLY = 0o600;

export const filesOf = (cluster: Pick<Cluster, 'home'>) => join(cluster.home, 'data');
export const logOf = (cluster: Cluster) => join(cluster.home, 'postgres.log');

/** Makes the cluster's files. A folder that a killed attempt left half-made is made again. */
export function initialise(cluster: Cluster, password: string): void {
  const draft = join(cluster.home, 'data.draft');
  const passwordFile = join(cluster.home, 'password');
  rmSync(draft, { recursive: true, force: true });
  mkdirSync(cluster.home, { recursive: true });
  chmodSync(cluster.home, OWNER_ONLY_FOLDER);
  writeFileSync(passwordFile, password, { mode: OWNER_ONLY });
  for (const path of [cluster.home, passwordFile]) giveTo(cluster.user, path);

  const made = spawnSync(
    cluster.binaries.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${SUPERUSER}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
    ],
    { ...cluster.user, cwd: cluster.home, encoding: 'utf8' },
  );
  rmSync(passwordFile, { force: true });
  if (made.status !== 0) throw failureFrom(`${made.error ?? ''}${made.stderr}`, 'PostgreSQL could not make its files', cluster);

  // Renamed at the end: a folder called `data` is always complete.
  renameSync(draft, filesOf(cluster));
}

export function isInitialised(cluster: Cluster): boolean {
  return existsSync(join(filesOf(cluster), 'PG_VERSION'));
}

/**
 * Starts the server apart from this process and its terminal, so that Ctrl-C reaches it only through us.
 * False when it did not come up; its log says why.
 */
export function startServer(cluster: Cluster, port: number, options: readonly string[]): boolean {
  const flags = [
    '-c listen_addresses=127.0.0.1',
    '-c unix_socket_directories=',
    `-c port=${port}`,
    ...options.map((each) => `-c ${each}`),
  ];
  // What the log said of earlier starts must not be taken for a reason of this one.
  rmSync(logOf(cluster), { force: true });
  return control(cluster, ['start', '-w', '-t', String(START_SECONDS), '-l', logOf(cluster), '-o', flags.join(' ')]);
}

/** Lets running transactions go and writes everything down, so that the next start needs no recovery. */
export function stopServer(cluster: Cluster): boolean {
  return control(cluster, ['stop', '-w', '-t', String(STOP_SECONDS), '-m', 'fast']);
}

function control(cluster: Cluster, words: string[]): boolean {
  // Its output is discarded: a server that inherits our pipe would keep it open for ever.
  const run = spawnSync(cluster.binaries.pgCtl, [...words, '-D', filesOf(cluster)], {
    ...cluster.user,
    cwd: cluster.home,
    stdio: 'ignore',
  });
  return run.status === 0;
}

function giveTo(user: SystemUser, path: string): void {
  if ('uid' in user) chownSync(path, user.uid, user.gid);
}

/** The reason PostgreSQL gave, as a sentence. */
export function failureFrom(said: string, what: string, cluster: Cluster): Failure {
  if (/no space left/i.test(said))
    return new Failure(sentenceFor(Object.assign(new Error(), { code: 'ENOSPC' }), cluster.home) ?? what);

  const reason = said.split('\n').filter((line) => /(FATAL|PANIC|error):?/i.test(line));
  return new Failure(`${what}: ${(reason.at(-1) ?? said.trim()) || 'no reason given'} (log: ${logOf(cluster)})`);
}
