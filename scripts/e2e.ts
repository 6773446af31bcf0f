import { runCommand } from './failure.ts';
import { withTrialServer } from './serving/trial-server.ts';
import { ensureChromium } from './suites/browser.ts';
import { runStories } from './suites/browser-suite.ts';

// npm run e2e -- first-call.spec.ts
await runCommand(async () => {
  const chromium = await ensureChromium();
  const counts = await withTrialServer((server) => runStories(server, chromium, process.argv.slice(2)));
  if (counts.failed > 0) process.exitCode = 1;
});
