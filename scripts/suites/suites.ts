import { buildIfStale } from '../building/build.ts';
import { withTrialServer } from '../serving/trial-server.ts';
import { ensureChromium } from './browser.ts';
import { runStories } from './browser-suite.ts';
import { CHECKS } from './checks.ts';
import { type Counts, PASSED } from './counts.ts';
import { weighPages } from './page-budget.ts';
import { runPbxStories } from './pbx-suite.ts';
import { runVitest, runVitestOnNewestNode } from './vitest-suite.ts';

/** What is traced takes a third longer; a story that failed is run again, traced, by `npm run e2e`. */
const UNTRACED = ['--trace', 'off'];

export type Suite = { name: string; title: string; run: () => Promise<Counts> };

/** Everything `npm test` runs, the quickest answer first. */
export const SUITES: readonly Suite[] = [
  ...CHECKS,
  { name: 'unit', title: 'Rules, without a database', run: () => runVitest('unit') },
  { name: 'unit-24', title: 'The same on Node 24', run: () => runVitestOnNewestNode('unit') },
  { name: 'integration', title: 'On a real PostgreSQL', run: () => runVitest('integration') },
  { name: 'build', title: 'Production build', run: () => buildIfStale().then(() => PASSED) },
  { name: 'commands', title: 'The demo command: second run, taken port, kill -9', run: () => runVitest('commands') },
  {
    name: 'e2e',
    title: 'Stories in a browser',
    run: () => inBrowser((server, chromium) => runStories(server, chromium, UNTRACED)),
  },
  { name: 'pbx', title: 'Stories on a real Asterisk', run: () => runPbxStories(UNTRACED) },
  { name: 'budget', title: 'Page budgets', run: () => inBrowser(weighPages) },
];

type InBrowser = (...given: [...Parameters<typeof weighPages>]) => Promise<Counts>;

async function inBrowser(work: InBrowser): Promise<Counts> {
  const chromium = await ensureChromium();
  return withTrialServer((server) => work(server, chromium));
}
