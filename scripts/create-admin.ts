import { randomBytes } from 'node:crypto';
import { text } from 'node:stream/consumers';
import { readAdmin, requireStrong } from './admin/arguments.ts';
import { storeAdmin } from './admin/store-admin.ts';
import { openDatabase } from './database/open.ts';
import { prepareDatabase } from './database/prepare.ts';
import { runCommand } from './failure.ts';

const PASSWORD_BYTES = 15;

// npm run admin:create -- --email ada@example.com. Makes a password and shows it once; --password-stdin reads one instead.
await runCommand(async () => {
  const admin = readAdmin(process.argv.slice(2));
  const typed = admin['password-stdin'] ? requireStrong((await text(process.stdin)).trim()) : null;
  const password = typed ?? randomBytes(PASSWORD_BYTES).toString('base64url');

  const database = await openDatabase();
  try {
    await prepareDatabase(database);
    // The product reads its environment when it is loaded.
    process.env.DATABASE_URL = database.url;
    const [{ db }, { hashPassword }] = await Promise.all([import('../lib/db/client.ts'), import('../lib/auth/password.ts')]);
    await storeAdmin(db, admin, await hashPassword(password));
    await db.$disconnect();
  } finally {
    database.stop();
  }
  console.log(`${admin.email} is an admin now${typed ? '.' : `, with the password ${password} (it is shown only here).`}`);
});
