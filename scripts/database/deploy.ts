import { runCommand } from '../failure.ts';
import { openDatabase } from './open.ts';
import { prepareDatabase } from './prepare.ts';

// npm run db:deploy
await runCommand(async () => {
  const database = await openDatabase();
  try {
    const applied = await prepareDatabase(database, (name) => console.log(`applied ${name}`));
    if (applied.length === 0) console.log('The database is up to date.');
  } finally {
    database.stop();
  }
});
