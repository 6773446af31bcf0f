import { openDataFolder } from '../data-folder.ts';
import { lockDataFolder } from '../data-folder-lock.ts';
import { startDatabase, stopDatabase } from '../database/embedded.ts';
import { migrate } from '../database/migrate.ts';
import { readMigrations } from '../database/migrations.ts';
import { isListening } from '../ports.ts';
import type { Undo } from './undo.ts';

const WATCH_MS = 1_000;

/** Locks the data folder for this process: a second run on it says so and ends. */
export function claimDataFolder(undo: Undo, path?: string): string {
  const folder = openDataFolder(path);
  undo.push(lockDataFolder(folder));
  return folder;
}

/** The address of the installation's database, migrated: DATABASE_URL, or the embedded one, kept running until undone. */
export async function openInstallation(undo: Undo, dataFolder: string, options: readonly string[] = []): Promise<string> {
  const url = process.env.DATABASE_URL || (await startEmbedded(undo, dataFolder, options));
  await migrate(url, readMigrations(), (name) => console.log(`  migrated ${name}`));
  return url;
}

async function startEmbedded(undo: Undo, dataFolder: string, options: readonly string[]): Promise<string> {
  // Before it starts: Ctrl-C may come in the middle.
  undo.push(() => stopDatabase(dataFolder));
  const { url } = await startDatabase(dataFolder, options);
  undo.push(keepRunning(dataFolder, url, options));
  return url;
}

/** Starts a database again that was killed under us: the server reconnects by itself as soon as it answers. */
function keepRunning(dataFolder: string, url: string, options: readonly string[]): () => void {
  let isBusy = false;
  const timer = setInterval(async () => {
    if (isBusy || (await isListening(Number(new URL(url).port)))) return;
    isBusy = true;
    console.error('The database stopped; starting it again.');
    try {
      await startDatabase(dataFolder, options);
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
    } finally {
      isBusy = false;
    }
  }, WATCH_MS);
  return () => clearInterval(timer);
}
