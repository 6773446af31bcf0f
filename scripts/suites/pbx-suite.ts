import { join } from 'node:path';
import { ensurePbxTrial, runInside } from '../asterisk/run-inside.ts';
import { ROOT } from '../building/sources.ts';
import { readStoryCounts, startStories } from './browser-suite.ts';
import type { Counts } from './counts.ts';

const INSIDE = join(ROOT, 'scripts', 'asterisk', 'stories-inside.ts');

/** The stories of e2e/asterisk/, with everything that takes part in them in one network of its own. `words` are Playwright's. */
export async function runPbxStories(words: string[] = []): Promise<Counts> {
  const chromium = await ensurePbxTrial();
  const report = startStories('pbx');
  return readStoryCounts(report, await runInside([INSIDE, ...words], { PLAYWRIGHT_CHROMIUM: chromium }));
}
