import { spawnSync } from 'node:child_process';
import { Failure } from './failure.ts';
import { runTool } from './suites/tool.ts';

/**
 * Installs Debian packages where this user may; throws a Failure that says what to install where they may not.
 * `why` begins the sentence: "The browser tests need Chromium".
 */
export async function installPackages(packages: readonly string[], why: string, otherwise = ''): Promise<void> {
  const apt = aptCommand();
  if (!apt) {
    throw new Failure(
      `${why}, and this user may not install it. As root: apt-get install ${packages.join(' ')}${otherwise && `. ${otherwise}`}`,
    );
  }

  console.log(`Installing ${packages.join(', ')} …`);
  const [program = '', ...first] = apt;
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool(program, [...first, 'update', '-qq'], environment);
  await runTool(program, [...first, 'install', '-y', '-qq', '--no-install-recommends', ...packages], environment);
}

/** How this user installs packages, or null. */
function aptCommand(): string[] | null {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n', 'apt-get'] : null;
}

export function succeeds(program: string, words: string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
