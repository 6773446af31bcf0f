import { openDataFolder } from '../data-folder.ts';
import { type RunningDatabase, startDatabase } from './embedded.ts';
import { type DatabaseUrls, givenDatabase } from './prepare.ts';

/**
 * The database a command works on: DATABASE_URL, or the embedded one, which is started when it does not run.
 * `stop` leaves a server alone that this command did not start.
 */
export async function openDatabase(): Promise<DatabaseUrls & Pick<RunningDatabase, 'stop'>> {
  const given = givenDatabase();
  if (given) return { ...given, stop: () => undefined };

  const database = await startDatabase(openDataFolder());
  return { ...database, stop: database.wasRunning ? () => undefined : database.stop };
}
