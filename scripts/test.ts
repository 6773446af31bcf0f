import { Failure } from './failure.ts';
import { add, type Counts, closingLine, FAILED } from './suites/counts.ts';
import { SUITES, type Suite } from './suites/suites.ts';

// npm test, after scripts/test.mjs. `npm test -- --only unit,e2e` runs these alone.
const chosen = choose(process.argv.slice(2));
const total = { passed: 0, failed: 0, skipped: 0 };
const verdicts: string[] = [];

for (const [index, suite] of chosen.entries()) {
  console.log(`\n━━ ${index + 1}/${chosen.length} ${suite.title}`);
  const startedAt = performance.now();
  const counts = await run(suite);
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1).padStart(7);
  verdicts.push(`${counts.failed > 0 ? '✗' : '✓'} ${suite.name.padEnd(12)}${seconds} s   ${closingLine(counts)}`);
  verdicts.push(...(counts.failures ?? []).map((failure) => `    ${failure}`));
  Object.assign(total, add(total, counts));
}

console.log(`\n${verdicts.join('\n')}\n\n${closingLine(total)}`);
process.exit(total.failed > 0 ? 1 : 0);

async function run(suite: Suite): Promise<Counts> {
  try {
    return await suite.run();
  } catch (error) {
    console.error(error instanceof Failure ? error.message : error);
    return FAILED;
  }
}

function choose(words: string[]): readonly Suite[] {
  const flag = words.indexOf('--only');
  if (flag === -1) return SUITES;

  const names = (words[flag + 1] ?? '').split(',');
  const known = SUITES.map((suite) => suite.name);
  const unknown = names.find((name) => !known.includes(name));
  if (unknown === undefined) return SUITES.filter((suite) => names.includes(suite.name));
  console.error(`There is no suite "${unknown}". There are: ${known.join(', ')}`);
  process.exit(1);
}
