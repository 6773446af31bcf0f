import { gzipSync } from 'node:zlib';
import { type Browser, chromium, type Page } from '@playwright/test';
import type { TrialServer } from '../serving/trial-server.ts';
import { type Counts, FAILED, PASSED } from './counts.ts';

/** What an operator's browser may have to load before the desk works, gzipped (P7). */
const BUDGET_KB = 200;
const PAGES = ['/deliveries', '/deliveries/new'];
const FLAGS = ['--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking'];

/** The scripts of a cold first load of the operator's pages, weighed as they travel. */
export async function weighPages(server: TrialServer, executablePath: string): Promise<Counts> {
  const browser = await chromium.launch({ executablePath, args: FLAGS });
  try {
    const cookies = await signIn(browser, server.url);
    let isWithin = true;
    for (const path of PAGES) {
      const kb = await weigh(browser, cookies, `${server.url}${path}`);
      isWithin &&= kb > 0 && kb <= BUDGET_KB;
      console.log(`${kb <= BUDGET_KB ? '✓' : '✗'} ${path}: ${kb.toFixed(1)} of ${BUDGET_KB} kB of JavaScript, gzipped`);
    }
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
  await page.getByLabel('Password').fill('offhook-demo');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.waitForURL((address) => address.pathname !== '/sign-in');
  const state = await context.storageState();
  await context.close();
  return state;
}

async function weigh(browser: Browser, storageState: Session, url: string): Promise<number> {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const scripts = collectScripts(page);
  await page.goto(url, { waitUntil: 'networkidle' });
  const bytes = await Promise.all(scripts);
  await context.close();
  return bytes.reduce((sum, each) => sum + each, 0) / 1000;
}

function collectScripts(page: Page): Promise<number>[] {
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    if (response.request().resourceType() !== 'script') return;
    sizes.push(response.body().then((body) => gzipSync(body).length));
  });
  return sizes;
}
