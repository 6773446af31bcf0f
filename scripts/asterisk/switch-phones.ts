import { db } from '../../lib/db/client.ts';
import { Failure, runCommand } from '../failure.ts';
import { connectAsterisk, useThePracticePhone } from './connect-offhook.ts';
import { readAsterisk } from './kept.ts';

// In a process of its own, since the product reads its environment once: `switch-phones.ts <folder of an Asterisk>`, or without one
// back to the practice phone.
await runCommand(async () => {
  const [home] = process.argv.slice(2);
  const kept = home && readAsterisk(home);
  if (home && !kept) throw new Failure(`There is no Asterisk in ${home}.`);

  await (kept ? connectAsterisk(db, kept.settings) : useThePracticePhone(db));
  await db.$disconnect();
});
