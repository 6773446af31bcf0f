import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { delimiter, join } from 'node:path';
import { ROOT } from '../building/sources.ts';

export type Environment = Record<string, string | undefined>;

/** Runs a program of node_modules (or of the system) with its output on ours; answers its exit status. */
export async function runTool(name: string, words: string[], environment: Environment = {}): Promise<number> {
  const path = [join(ROOT, 'node_modules', '.bin'), process.env.PATH ?? ''].join(delimiter);
  const child = spawn(name, words, {
    cwd: ROOT,
    env: { ...process.env, PATH: path, ...environment },
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  child.once('error', (error) => console.error(`${name} could not be run: ${error.message}`));
  const [status] = await once(child, 'close');
  return Number(status ?? 1);
}
