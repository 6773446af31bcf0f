import { once } from 'node:events';
import { openDataFolder } from '../data-folder.ts';
import { runCommand } from '../failure.ts';
import { startDatabase } from './embedded.ts';
import { prepareDatabase } from './prepare.ts';

// npm run db:run: the embedded database alone, migrated, until Ctrl-C. Its first line is for DATABASE_URL.
await runCommand(async () => {
  const database = await startDatabase(openDataFolder());
  await prepareDatabase(database);
  console.log(database.url);

  const timer = setInterval(() => undefined, 2 ** 30);
  await Promise.race([once(process, 'SIGINT'), once(process, 'SIGTERM')]);
  clearInterval(timer);
  database.stop();
});
