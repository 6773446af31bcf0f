import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Browser, type BrowserContextOptions, chromium } from '@playwright/test';
import { CALLING } from '../e2e/asterisk/playwright.config.ts';
import { FLAGS } from '../e2e/playwright.config.ts';
import { fillSignIn } from '../e2e/sign-in.ts';
import { DEMO_PASSWORD } from '../lib/demo-credentials.ts';
import { LOOPBACK } from '../scripts/asterisk/settings.ts';
import type { TrialPbx } from '../scripts/asterisk/trial-pbx.ts';
import { EXTENSIONS } from '../scripts/call/demo-world.ts';
import type { Undo } from '../scripts/serving/undo.ts';
import { serveFloorPhone } from './floor/serve-phone.ts';
import type { PhoneSample } from './phone-sample.ts';
import { steadyVoice } from './steady-voice.ts';

/**
 * A telephone under measurement: the page that it is, the browser it is opened in anew, the line that rings it, and the browser of whoever
 * opens the same page right before.
 */
export type Phone = {
  name: PhoneSample['contender'];
  address: string;
  context: BrowserContextOptions;
  before: BrowserContextOptions;
  line: string;
};

// The probe brings a script of its own.
const CONTEXT: BrowserContextOptions = { viewport: { width: 1366, height: 860 }, locale: 'en-GB', bypassCSP: true };
const SIGNS_IN_WITHIN_MS = 60_000;
/** Straight to an operator, whose extension is at the end. */
const lineOf = (extension: string) => `+48221000${extension}`;

export async function openBrowser(undo: Undo, { home }: TrialPbx): Promise<Browser> {
  const voice = join(home, 'voice.wav');
  writeFileSync(voice, steadyVoice());
  const browser = await chromium.launch({
    executablePath: process.env.PLAYWRIGHT_CHROMIUM,
    args: [...FLAGS, ...CALLING, `--use-file-for-fake-audio-capture=${voice}`],
  });
  undo.push(() => browser.close());
  return browser;
}

/** Bare sip.js, as Oskar's extension. */
export async function floorPhone(undo: Undo, { settings }: TrialPbx): Promise<Phone> {
  const login = EXTENSIONS.oskar;
  const server = `ws://${LOOPBACK}:${settings.wsPort}/ws`;
  const account = { server, domain: LOOPBACK, login, password: settings.passwords[login] ?? '' };
  return { name: 'floor', address: await serveFloorPhone(undo, account), context: CONTEXT, before: CONTEXT, line: lineOf(login) };
}

/** Olga's desk, after Marta's. */
export async function oursPhone(browser: Browser, url: string): Promise<Phone> {
  return {
    name: 'ours',
    address: new URL('/deliveries', url).href,
    context: await signedIn(browser, url, 'olga@offhook.test'),
    before: await signedIn(browser, url, 'manager@offhook.test'),
    line: lineOf(EXTENSIONS.olga),
  };
}

async function signedIn(browser: Browser, url: string, email: string): Promise<BrowserContextOptions> {
  const context = await browser.newContext({ ...CONTEXT, baseURL: url });
  const page = await context.newPage();
  await page.goto('/sign-in');
  await fillSignIn(page, email, DEMO_PASSWORD);
  await page.waitForURL(({ pathname }) => pathname !== '/sign-in', { timeout: SIGNS_IN_WITHIN_MS });
  const storageState = await context.storageState();
  await context.close();
  return { ...CONTEXT, storageState };
}
