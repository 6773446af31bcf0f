import { openDataFolder, readIfThere } from './data-folder.ts';
import { openDatabase } from './database/open.ts';
import { prepareDatabase } from './database/prepare.ts';
import { Failure, runCommand } from './failure.ts';
import { readCommand } from './personal-data/arguments.ts';

// npm run personal-data -- export +48600100105 --out person.json, or erase +48600100105 --yes.
await runCommand(async () => {
  const command = readCommand(process.argv.slice(2));
  // The audit calls the person by a key that is made with it. A demo keeps its own in the data folder.
  const secret = process.env.OFFHOOK_SECRET || readIfThere(`${openDataFolder()}/secret`)?.trim();
  if (!secret) throw new Failure('OFFHOOK_SECRET is not set: set it to what the server runs with.');

  const database = await openDatabase();
  try {
    await prepareDatabase(database);
    // The product reads its environment when it is loaded.
    process.env.DATABASE_URL = database.url;
    process.env.OFFHOOK_SECRET = secret;
    const [{ runPersonCommand }, { db }] = await Promise.all([import('./personal-data/run.ts'), import('../lib/db/client.ts')]);
    try {
      console.log(await runPersonCommand(command, new Date()));
    } finally {
      await db.$disconnect();
    }
  } finally {
    database.stop();
  }
});
