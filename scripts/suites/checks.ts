import { type Counts, FAILED, PASSED } from './counts.ts';
import { runTool } from './tool.ts';

/** What needs neither a build nor a database: `npm run check`, and the first steps of `npm test`. */
export const CHECKS = [
  { name: 'lint', title: 'Format and lint', run: () => check('biome', ['check', '--error-on-warnings', '.']) },
  { name: 'types', title: 'Types', run: () => check('tsc', ['--noEmit']) },
  { name: 'unused', title: 'Unused code and packages', run: () => check('knip', ['--no-progress']) },
] as const;

async function check(tool: string, words: string[]): Promise<Counts> {
  return (await runTool(tool, words)) === 0 ? PASSED : FAILED;
}
