import { db } from '../../lib/db/client.ts';
import { Failure, runCommand } from '../failure.ts';
import { connectAsterisk } from './connect-offhook.ts';
import { readAsterisk } from './kept.ts';

// In a process of its own, since the product reads its environment once: `switch-phones.ts <folder of an Asterisk>`
await runCommand(async () => {
  const [home = ''] = process.argv.slice(2);
  const kept = readAsterisk(home);
  if (!kept) throw new Failure(`There is no Asterisk in "${home}".`);

  await connectAsterisk(db, kept.settings);
  await db.$disconnect();
});
