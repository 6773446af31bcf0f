import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installPackages } from './apt.ts';
import { Failure } from './failure.ts';

/** Where administrators' programs are, which not every user has in PATH. */
const SYSTEM_FOLDERS = ['/usr/sbin', '/sbin'];

/** The path of a program, or null when it is not installed. */
export function findProgram(name: string): string | null {
  const folders = [...(process.env.PATH ?? '').split(delimiter), ...SYSTEM_FOLDERS];
  return folders.map((folder) => join(folder, name)).find(isExecutable) ?? null;
}

/** Installs what is missing of these programs, given with the Debian packages that bring them. `why` as in apt.ts. */
export async function ensurePrograms(packageOf: Record<string, string>, why: string): Promise<void> {
  const missing = () => Object.keys(packageOf).filter((name) => !findProgram(name));
  if (missing().length === 0) return;

  await installPackages([...new Set(missing().map((name) => packageOf[name] ?? name))], why);
  if (missing().length > 0)
    throw new Failure(`${missing().join(' and ')} could not be installed; the words of apt-get are above.`);
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
