import { runCommand } from './failure.ts';
import { runPbxStories } from './suites/pbx-suite.ts';

// npm run e2e:pbx -- harness.spec.ts
await runCommand(async () => {
  const counts = await runPbxStories(process.argv.slice(2));
  if (counts.failed > 0) process.exitCode = 1;
});
