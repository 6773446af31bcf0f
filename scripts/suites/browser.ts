import { existsSync } from 'node:fs';
import { installPackages } from '../apt.ts';
import { Failure } from '../failure.ts';

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

  await installPackages(PACKAGES, 'The browser tests need Chromium', 'Or name one: PLAYWRIGHT_CHROMIUM=/path/to/chromium');

  const installed = findChromium();
  if (!installed) throw new Failure('Chromium could not be installed; the words of apt-get are above.');
  return installed;
}

function findChromium(): string | null {
  const named = process.env.PLAYWRIGHT_CHROMIUM;
  if (named) return named;
  return USUAL_PLACES.find((place) => existsSync(place)) ?? null;
}
