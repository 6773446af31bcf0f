import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Failure, runCommand } from '../failure.ts';
import { migrate } from './migrate.ts';
import { MIGRATIONS_FOLDER } from './migrations.ts';
import { openDatabase } from './open.ts';
import { diffToSchema } from './schema-engine.ts';
import { withScratchDatabase } from './scratch.ts';

const SCHEMA = fileURLToPath(new URL('../../prisma/schema.prisma', import.meta.url));

// npm run db:migration -- add_missed_calls
await runCommand(async () => {
  const name = process.argv[2];
  if (!name || !/^[a-z0-9_]+$/.test(name))
    throw new Failure('Name the migration in small letters: npm run db:migration -- add_missed_calls');

  const sql = await withDatabase((url) => diffToSchema(url, { path: SCHEMA, content: readFileSync(SCHEMA, 'utf8') }));
  if (!sql) {
    console.log('The migrations already say what the schema says.');
    return;
  }
  const folder = join(MIGRATIONS_FOLDER, `${timestamp(new Date())}_${name}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'migration.sql'), sql);
  console.log(`Wrote ${join(folder, 'migration.sql')}. Read it, then: npm run db:deploy`);
});

/** A throw-away database that the migrations so far were applied to. */
async function withDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const server = await openDatabase();
  try {
    return await withScratchDatabase(server.ownerUrl, `offhook_draft_${randomBytes(4).toString('hex')}`, async (url) => {
      await migrate(url);
      return work(url);
    });
  } finally {
    server.stop();
  }
}

/** `20261122093000`, as Prisma names its folders. */
function timestamp(now: Date): string {
  return now.toISOString().replace(/\D/g, '').slice(0, 14);
}
