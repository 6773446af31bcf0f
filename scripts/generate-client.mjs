import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

// After every install: writes the typed client from prisma/schema.prisma.
// The generator needs no engine, but the command looks for one, and would download it: any existing file satisfies it.
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const prisma = join(root, 'node_modules', 'prisma', 'build', 'index.js');

// `npm install --package-lock-only` comes here too, with nothing installed.
if (!existsSync(prisma)) process.exit(0);

const run = spawnSync(process.execPath, [prisma, 'generate'], {
  cwd: root,
  encoding: 'utf8',
  env: {
    ...process.env,
    PRISMA_SCHEMA_ENGINE_BINARY: join(root, 'package.json'),
    CHECKPOINT_DISABLE: '1',
    PRISMA_HIDE_UPDATE_MESSAGE: '1',
  },
});
if (run.status !== 0) {
  console.error(`The database client could not be generated:\n${run.stderr || run.stdout}`);
  process.exit(1);
}
