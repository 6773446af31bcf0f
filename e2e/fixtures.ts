import { type Browser, type BrowserContext, test as base, expect, type Page } from '@playwright/test';
import { db as database } from '../lib/db/client.ts';
import type { PrismaClient } from '../lib/db/generated/client.ts';
import { DEMO_PASSWORD } from '../lib/demo-credentials.ts';
import { EXTENSIONS } from '../scripts/call/demo-world.ts';
import { createPbx, type Pbx } from '../scripts/call/webhook-client.ts';
import { signIn } from './sign-in.ts';

export type StorageState = Awaited<ReturnType<BrowserContext['storageState']>>;

type Stories = {
  /** Complaints of the browser that this story provokes on purpose, such as a 404. */
  expectedComplaints: RegExp[];
  olga: Page;
  oskar: Page;
  marta: Page;
  /** The supervisor. */
  sylwia: Page;
  admin: Page;
  /** Wanda of Mokotów. */
  venue: Page;
  /** A browser of nobody yet. */
  visitor: Page;
  pbx: Pbx;
  db: PrismaClient;
};

type Worker = {
  olgaSession: StorageState;
  oskarSession: StorageState;
  martaSession: StorageState;
  sylwiaSession: StorageState;
  adminSession: StorageState;
  venueSession: StorageState;
};

export const test = base.extend<Stories, Worker>({
  expectedComplaints: [[], { option: true }],

  olgaSession: [({ browser }, use) => signedInOnce(browser, 'olga@offhook.test').then(use), { scope: 'worker' }],
  oskarSession: [({ browser }, use) => signedInOnce(browser, 'oskar@offhook.test').then(use), { scope: 'worker' }],
  martaSession: [({ browser }, use) => signedInOnce(browser, 'manager@offhook.test').then(use), { scope: 'worker' }],
  sylwiaSession: [({ browser }, use) => signedInOnce(browser, 'supervisor@offhook.test').then(use), { scope: 'worker' }],
  adminSession: [({ browser }, use) => signedInOnce(browser, 'admin@offhook.test').then(use), { scope: 'worker' }],
  venueSession: [({ browser }, use) => signedInOnce(browser, 'venue@offhook.test').then(use), { scope: 'worker' }],

  // Their desks close before the PBX hangs up what is left: a page in the middle of a question about a call would be told that it is gone.
  olga: ({ browser, olgaSession, expectedComplaints, pbx: _ }, use) => withPage(browser, olgaSession, expectedComplaints, use),
  oskar: ({ browser, oskarSession, expectedComplaints, pbx: _ }, use) => withPage(browser, oskarSession, expectedComplaints, use),
  marta: ({ browser, martaSession, expectedComplaints, pbx: _ }, use) => withPage(browser, martaSession, expectedComplaints, use),
  sylwia: ({ browser, sylwiaSession, expectedComplaints }, use) => withPage(browser, sylwiaSession, expectedComplaints, use),
  admin: ({ browser, adminSession, expectedComplaints }, use) => withPage(browser, adminSession, expectedComplaints, use),
  venue: ({ browser, venueSession, expectedComplaints }, use) => withPage(browser, venueSession, expectedComplaints, use),
  visitor: ({ browser, expectedComplaints }, use) => withPage(browser, undefined, expectedComplaints, use),

  db: ({ browserName: _ }, use) => use(database),

  pbx: async ({ baseURL, db }, use) => {
    if (!baseURL) throw new Error('E2E_BASE_URL is not set: npm run e2e starts a server and sets it.');
    const pbx = createPbx({ url: baseURL });
    await use(pbx);

    // The next story begins at a quiet desk with connected phones, whatever this one left behind.
    const running = await db.call.findMany({ where: { endedAt: null }, select: { pbxCallId: true } });
    for (const { pbxCallId } of running) await pbx.hangUp(pbxCallId);
    for (const extension of Object.values(EXTENSIONS)) await pbx.register(extension);
  },
});

export { expect };

/** Through the real form, once a worker; the stories start from its cookie. */
export async function signedInOnce(browser: Browser, email: string): Promise<StorageState> {
  const context = await browser.newContext({ baseURL: process.env.E2E_BASE_URL });
  const page = await context.newPage();
  await signIn(page, email, DEMO_PASSWORD);
  const state = await context.storageState();
  await context.close();
  return state;
}

export async function withPage(
  browser: Browser,
  storageState: StorageState | undefined,
  expected: RegExp[],
  use: (page: Page) => Promise<void>,
): Promise<void> {
  const context = await browser.newContext({ storageState });
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => message.type() === 'error' && complaints.push(`${message.text()} ${message.location().url}`));
  page.on('pageerror', (error) => complaints.push(String(error)));

  await use(page);
  await context.close();
  expect(complaints.filter((each) => !expected.some((pattern) => pattern.test(each)))).toEqual([]);
}
