import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { Failure } from '../failure.ts';
import { runTool } from './tool.ts';

const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];
const PACKAGES = ['chromium', 'fonts-liberation'];

/** Chromium's path. Installed through apt where we may; throws a Failure that says what to install where we may not. */
export async function ensureChromium(): Promise<string> {
  const found = findChromium();
  if (found) return found;

  const apt = aptCommand();
  if (!apt) {
    throw new Failure(
      `The browser tests need Chromium, and this user may not install it. As root: apt-get install ${PACKAGES.join(' ')}. Or name one: PLAYWRIGHT_CHROMIUM=/path/to/chromium`,
    );
  }
  console.log('Installing Chromium and fonts …');
  const [program = '', ...first] = apt;
  const environment = { DEBIAN_FRONTEND: 'noninteractive' };
  await runTool(program, [...first, 'update', '-qq'], environment);
  await runTool(program, [...first, 'install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], environment);

  const installed = findChromium();
  if (!installed) throw new Failure('Chromium could not be installed; the words of apt-get are above.');
  return installed;
}

function findChromium(): string | null {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return named;
  return USUAL_PLACES.find((place) => existsSync(place)) ?? null;
}

/** How this user installs packages, or null. */
function aptCommand(): string[] | null {
  if (process.platform !== 'linux' || !succeeds('apt-get', ['--version'])) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return succeeds('sudo', ['-n', 'true']) ? ['sudo', '-n', 'apt-get'] : null;
}

function succeeds(program: string, words: string[]): boolean {
  return spawnSync(program, words, { stdio: 'ignore' }).status === 0;
}
