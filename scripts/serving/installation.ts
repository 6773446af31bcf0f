import { openDataFolder } from '../data-folder.ts';
import { lockDataFolder } from '../data-folder-lock.ts';
import { startDatabase, stopDatabase } from '../database/embedded.ts';
import { type DatabaseUrls, givenDatabase, prepareDatabase } from '../database/prepare.ts';
import { isListening } from '../ports.ts';
import type { Undo } from './undo.ts';

const WATCH_MS = 1_000;
const SLOWEST_RETRY_MS = 60_000;

/** Locks the data folder for this process: a second run on it says so and ends. */
export function claimDataFolder(undo: Undo, path?: string): string {
  const folder = openDataFolder(path);
  undo.push(lockDataFolder(folder));
  return folder;
}

/** The application's address of the installation's database, up to date: DATABASE_URL, or the embedded one, kept running until undone. */
export async function openInstallation(undo: Undo, dataFolder: string, options: readonly string[] = []): Promise<string> {
  const database = givenDatabase() ?? (await startEmbedded(undo, dataFolder, options));
  await prepareDatabase(database, (name) => console.log(`  migrated ${name}`));
  return database.url;
}

async function startEmbedded(undo: Undo, dataFolder: string, options: readonly string[]): Promise<DatabaseUrls> {
  // Before it starts: Ctrl-C may come in the middle.
  undo.push(() => stopDatabase(dataFolder));
  const database = await startDatabase(dataFolder, options);
  undo.push(keepRunning(dataFolder, database.url, options));
  return database;
}

/** Starts a database again that was killed under us, less and less often while it will not: the server reconnects by itself. */
function keepRunning(dataFolder: string, url: string, options: readonly string[]): () => void {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;

  function watch(afterMs: number) {
    if (!isStopped) timer = setTimeout(() => void look(afterMs), afterMs);
  }

  async function look(waitedMs: number) {
    if (await isListening(Number(new URL(url).port))) return watch(WATCH_MS);

    console.error('The database stopped; starting it again.');
    try {
      await startDatabase(dataFolder, options);
      watch(WATCH_MS);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      watch(Math.min(SLOWEST_RETRY_MS, waitedMs * 2));
    }
  }

  watch(WATCH_MS);
  return () => {
    isStopped = true;
    clearTimeout(timer);
  };
}
