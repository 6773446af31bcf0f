import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import { DEMO_PASSWORD } from '../../lib/demo-credentials.ts';
import type { TrialServer } from '../serving/trial-server.ts';
import { type Counts, FAILED, PASSED } from './counts.ts';

/** What an operator's browser may have to load before the desk works, gzipped (P7). What comes when it is idle is only shown. */
const BUDGET_KB = 200;
const PAGE = '/deliveries';
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** The scripts of a cold first load of the operator's pages, weighed as they travel. */
export async function weighPages(server: TrialServer, executablePath: string): Promise<Counts> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const session = await signIn(browser, server.url);
    const { first, later } = await weigh(browser, session, `${server.url}${PAGE}`);
    const isWithin = first > 0 && first <= BUDGET_KB;
    console.log(
      `${isWithin ? '✓' : '✗'} ${PAGE}: ${first.toFixed(1)} of ${BUDGET_KB} kB of JavaScript, gzipped; ${later.toFixed(1)} kB when idle`,
    );
    return isWithin ? PASSED : FAILED;
  } finally {
    await browser.close();
  }
}

type Session = Awaited<ReturnType<Awaited<ReturnType<Browser['newContext']>>['storageState']>>;

async function signIn(browser: Browser, url: string): Promise<Session> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${url}/sign-in`);
  await page.getByRole('textbox', { name: 'Email' }).fill('olga@offhook.test');
  await page.getByLabel('Password').fill(DEMO_PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  const state = await context.storageState();
  await context.close();
  return state;
}

async function weigh(browser: Browser, storageState: Session, url: string): Promise<{ first: number; later: number }> {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const first = collectScripts(page);
  await page.goto(url, { waitUntil: 'load' });
  const later = collectScripts(page);
  const seen = first.length;
  await page.waitForLoadState('networkidle');

  const sizes = { first: await totalKb(first.slice(0, seen)), later: await totalKb(later) };
  await context.close();
  return sizes;
}

function collectScripts(page: Page): Promise<number>[] {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return sizes;
}

async function totalKb(sizes: Promise<number>[]): Promise<number> {
  const bytes = await Promise.all(sizes);
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}
