import { CHECKS } from './suites/checks.ts';

// npm run check: all three at once, none waits for another's verdict.
const counts = await Promise.all(CHECKS.map((check) => check.run()));

for (const [index, check] of CHECKS.entries()) console.log(`${counts[index]?.failed ? '✗' : '✓'} ${check.title}`);
process.exitCode = counts.some((each) => each.failed > 0) ? 1 : 0;
