import { openDataFolder } from '../data-folder.ts';
import { type RunningDatabase, startDatabase } from './embedded.ts';

/**
 * The database a command works on: DATABASE_URL, or the embedded one, which is started when it does not run.
 * `stop` leaves a server alone that this command did not start.
 */
export async function openDatabase(): Promise<Pick<RunningDatabase, 'url' | 'stop'>> {
  const given = process.env.DATABASE_URL;
  if (given) return { url: given, stop: () => undefined };

  const database = await startDatabase(openDataFolder());
  return { url: database.url, stop: database.wasRunning ? () => undefined : database.stop };
}
