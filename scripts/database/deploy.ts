import { runCommand } from '../failure.ts';
import { migrate } from './migrate.ts';
import { readMigrations } from './migrations.ts';
import { openDatabase } from './open.ts';

// npm run db:deploy
await runCommand(async () => {
  const database = await openDatabase();
  try {
    const applied = await migrate(database.url, readMigrations(), (name) => console.log(`applied ${name}`));
    if (applied.length === 0) console.log('The database is up to date.');
  } finally {
    database.stop();
  }
});
