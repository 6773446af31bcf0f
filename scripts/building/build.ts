import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { build as bundle } from 'esbuild';
import { Failure } from '../failure.ts';
import { compressFiles } from './compress-files.ts';
import { hashSources, ROOT } from './sources.ts';

const PAGES = join(ROOT, '.next', 'BUILD_ID');
const SERVER = join(ROOT, 'dist', 'server.js');
/** Names the sources of the build that stands; written last, so that a killed build counts for nothing. */
const MARK = join(ROOT, 'dist', 'sources.sha256');

/** Builds the pages and the server, with Next's own words as progress. */
export async function build(): Promise<void> {
  const sources = hashSources();
  rmSync(MARK, { force: true });

  const next = createRequire(import.meta.url).resolve('next/dist/bin/next');
  const child = spawn(process.execPath, [next, 'build'], {
    cwd: ROOT,
    // Next tries every page once, and what ours would log of a database that a build does not have says nothing.
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', NODE_ENV: 'production', LOG_LEVEL: 'silent' },
    stdio: 'inherit',
  });
  const [status] = await once(child, 'exit');
  if (status !== 0) throw new Failure('The pages could not be built; the reason is above.');
  await compressFiles(join(ROOT, '.next', 'static'));

  await bundle({
    absWorkingDir: ROOT,
    entryPoints: ['server/index.ts'],
    outfile: SERVER,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    sourcemap: true,
    logLevel: 'warning',
  });
  writeFileSync(MARK, sources);
}

export function isBuilt(): boolean {
  return existsSync(PAGES) && existsSync(SERVER) && existsSync(MARK);
}

export async function buildIfStale(): Promise<void> {
  if (isBuilt() && readFileSync(MARK, 'utf8') === hashSources()) return;
  console.log('Building (this takes a minute or two, and only after a change) …');
  await build();
}
