import { defineConfig } from '@playwright/test';
import stories, { FLAGS } from '../playwright.config.ts';

// Sound between browsers and Asterisk on one machine, whose addresses are no secret, and without a person who would click first.
export const CALLING = [
  '--allow-loopback-in-peer-connection',
  '--disable-features=WebRtcHideLocalIpsWithMdns',
  '--autoplay-policy=no-user-gesture-required',
];

// Run by `npm run e2e:pbx` (scripts/e2e-pbx.ts), which starts an Asterisk as well and says where it is in E2E_ASTERISK.
export default defineConfig({
  ...stories,
  testDir: '.',
  testIgnore: [],
  outputDir: '../../test-results',
  reporter: [['list'], ['json', { outputFile: '../../test-results/pbx.json' }]],
  use: {
    ...stories.use,
    launchOptions: { ...stories.use?.launchOptions, args: [...FLAGS, ...CALLING] },
  },
});
