import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url));

/** Everything a build is made of. */
const SOURCES = [
  'app',
  'components',
  'lib',
  'messages',
  'instrumentation-client.ts',
  'public',
  'server',
  'prisma/schema.prisma',
  'scripts/building',
  'next.config.mjs',
  'package-lock.json',
  'postcss.config.mjs',
  'proxy.ts',
  'tsconfig.json',
];

/** Changes whenever a build would come out differently. */
export function hashSources(): string {
  const hash = createHash('sha256');
  for (const file of SOURCES.flatMap(filesIn).sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(ROOT, file)))
      .update('\0');
  return hash.digest('hex');
}

function filesIn(path: string): string[] {
  const found = statSync(join(ROOT, path), { throwIfNoEntry: false });
  if (!found) return [];
  if (!found.isDirectory()) return isTest(path) ? [] : [path];
  return readdirSync(join(ROOT, path)).flatMap((name) => filesIn(join(path, name)));
}

function isTest(path: string): boolean {
  return /\.test\.tsx?$/.test(path);
}
