import { randomBytes } from 'node:crypto';
import { chmodSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { readIfThere } from '../data-folder.ts';
import { freePort, isListening } from '../ports.ts';
import { findBinaries, sharedFolder } from './binaries.ts';
import { type Cluster, failureFrom, filesOf, initialise, isInitialised, logOf, startServer, stopServer } from './cluster.ts';
import { appUrlOf, type Kept, keep, newPassword, readKept, urlOf } from './kept.ts';
import type { DatabaseUrls } from './prepare.ts';
import { canReach, databaseUser, type SystemUser } from './system-user.ts';

export type RunningDatabase = DatabaseUrls & {
  /** A server that a killed process left running was taken over, not started. */
  wasRunning: boolean;
  stop: () => void;
};

const DATABASE = 'offhook';
// After a kill -9 of the server its memory is free only when its last child has gone.
const PATIENCE_MS = 15_000;
const RETRY_MS = 300;
const PASSABLE_FOLDER = 0o711;
const STARTING_UP = '57P03';

/**
 * Starts the embedded PostgreSQL of a data folder, or takes over the one that still runs on it.
 * `options` are settings of postgresql.conf, such as `fsync=off` for tests.
 */
export async function startDatabase(dataFolder: string, options: readonly string[] = []): Promise<RunningDatabase> {
  const user = databaseUser();
  // The `postgres` user has to get through to its own folder; every other file stays its owner's alone.
  if ('uid' in user) chmodSync(dataFolder, PASSABLE_FOLDER);

  const known = readKept(dataFolder);
  const kept = known ?? {
    home: chooseHome(dataFolder, user),
    port: await freePort(),
    password: newPassword(),
    appPassword: newPassword(),
  };
  const cluster: Cluster = { home: kept.home, user, binaries: findBinaries(user) };
  // Written back: the password of the application's role may have been made just now.
  if (known) keep(dataFolder, known);
  if (known && (await canLogIn(known))) return running(cluster, known, true);

  if (!isInitialised(cluster)) {
    keep(dataFolder, kept);
    initialise(cluster, kept.password);
  }
  const started = { ...kept, port: await start(cluster, kept, options) };
  keep(dataFolder, started);
  await makeDatabase(started);
  return running(cluster, started, false);
}

function running(cluster: Cluster, kept: Kept, wasRunning: boolean): RunningDatabase {
  return { url: appUrlOf(kept, DATABASE), ownerUrl: urlOf(kept, DATABASE), wasRunning, stop: () => void stopServer(cluster) };
}

/** Stops the server of a data folder, whoever started it. Does nothing where none runs. */
export function stopDatabase(dataFolder: string): void {
  const kept = readKept(dataFolder);
  const user = databaseUser();
  if (kept) stopServer({ home: kept.home, user, binaries: findBinaries(user) });
}

/** The port it listens on: the remembered one, or another when somebody has taken that meanwhile. */
async function start(cluster: Cluster, kept: Kept, options: readonly string[]): Promise<number> {
  const deadline = Date.now() + PATIENCE_MS;
  let { port } = kept;

  while (!startServer(cluster, port, options)) {
    if (await canLogIn({ ...kept, port })) return port;

    const said = readIfThere(logOf(cluster)) ?? '';
    if (/no space left/i.test(said) || Date.now() > deadline) throw failureFrom(said, 'The database did not start', cluster);
    if (/could not bind/i.test(said)) port = await freePort();
    await pause(RETRY_MS);
  }
  return port;
}

/** Inside the data folder, or with the system's own data where the `postgres` user cannot get in there. */
function chooseHome(dataFolder: string, user: SystemUser): string {
  if (canReach(user, dataFolder)) return join(dataFolder, 'postgres');

  const home = join(sharedFolder(), `data-${randomBytes(6).toString('hex')}`);
  console.log(`The user "postgres" cannot reach ${dataFolder}, so the files of the database are kept in ${home}.`);
  return home;
}

/** Whether our server, and no other, answers at the port. Waits while it starts or recovers. */
async function canLogIn(kept: Kept, deadline = Date.now() + PATIENCE_MS): Promise<boolean> {
  if (!(await isListening(kept.port))) return false;

  const client = new pg.Client({ connectionString: urlOf(kept, 'postgres'), connectionTimeoutMillis: PATIENCE_MS });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ files: string }>("select current_setting('data_directory') as files");
    return rows[0]?.files === filesOf(kept);
  } catch (error) {
    const isStarting = error instanceof pg.DatabaseError && error.code === STARTING_UP;
    if (!isStarting || Date.now() > deadline) return false;
  } finally {
    await client.end().catch(() => undefined);
  }
  await pause(RETRY_MS);
  return canLogIn(kept, deadline);
}

async function makeDatabase(kept: Kept): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(kept, 'postgres') });
  await client.connect();
  try {
    const { rowCount } = await client.query('select 1 from pg_database where datname = $1', [DATABASE]);
    if (!rowCount) await client.query(`create database "${DATABASE}"`);
  } finally {
    await client.end();
  }
}
