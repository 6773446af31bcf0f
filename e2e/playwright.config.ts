import { defineConfig } from '@playwright/test';

const isCi = Boolean(process.env.CI);

/** Debian's Chromium, or the one that PLAYWRIGHT_CHROMIUM names: Playwright's own cannot be downloaded everywhere. */
const executablePath = process.env.PLAYWRIGHT_CHROMIUM || '/usr/bin/chromium';

// The microphone is made up, and nothing of the browser's own talks to the network.
export const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  // Else each new window draws the browser's own bars ahead of need, which takes half a core for a second.
  '--disable-features=PreloadTopChromeWebUI',
  '--use-fake-device-for-media-stream',
  '--use-fake-ui-for-media-stream',
];

// Run by `npm run e2e` (scripts/e2e.ts), which starts a server with fresh data and says where in E2E_BASE_URL and DATABASE_URL.
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  // These need a real PBX: npm run e2e:pbx.
  testIgnore: 'asterisk/**',
  outputDir: '../test-results',
  // The stories share the demo's two operators: one at a time sits at their desks.
  workers: 1,
  forbidOnly: isCi,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: '../test-results/e2e.json' }]],
  use: {
    baseURL: process.env.E2E_BASE_URL,
    viewport: { width: 1366, height: 860 },
    locale: 'en-GB',
    timezoneId: 'Europe/Warsaw',
    trace: 'retain-on-failure',
    screenshot: 'only-on-failure',
    launchOptions: { executablePath, args: FLAGS },
  },
});
