import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, statfsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NEEDED_BYTES = 2 * 1024 ** 3;

/** Installs the packages when they are missing or differ from package-lock.json. Ends the process with a sentence when it cannot. */
export function installPackages() {
  if (!areInstalled()) {
    refuseFullDisk();
    console.log('Installing packages …');
    // Not `npm ci`: it refuses a lockfile that was written where the binaries of other platforms cannot be seen.
    run('npm', ['install', '--no-save', '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']);
  }
  if (isClientStale()) run(process.execPath, ['scripts/generate-client.mjs']);
}

/** npm keeps what it installed in a lockfile of its own, written last. */
function areInstalled() {
  const installed = readJson('node_modules/.package-lock.json');
  const wanted = readJson('package-lock.json');
  if (!installed || !wanted) return false;

  return Object.entries(wanted.packages).every(([path, entry]) => {
    return path === '' || entry.optional || entry.devOptional || installed.packages[path]?.version === entry.version;
  });
}

function isClientStale() {
  const client = join(ROOT, 'lib/db/generated/client.ts');
  return !existsSync(client) || statSync(client).mtimeMs < statSync(join(ROOT, 'prisma/schema.prisma')).mtimeMs;
}

function refuseFullDisk() {
  const { bavail, bsize } = statfsSync(ROOT);
  if (bavail * bsize >= NEEDED_BYTES) return;
  console.error(
    `\nThe disk is nearly full: the packages and the build need 2 GB in ${ROOT}, and ${Math.round((bavail * bsize) / 1024 ** 2)} MB are free.\n`,
  );
  process.exit(1);
}

function run(command, words) {
  const { status, error } = spawnSync(command, words, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status === 0) return;
  console.error(`\n${command} ${words[0]} failed${error ? `: ${error.message}` : ''}. Its own words are above.\n`);
  process.exit(1);
}

function readJson(path) {
  try {
    return JSON.parse(readFileSync(join(ROOT, path), 'utf8'));
  } catch {
    return null;
  }
}
