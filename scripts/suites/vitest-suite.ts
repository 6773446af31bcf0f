import { z } from 'zod';
import { type Counts, settle } from './counts.ts';
import { freshReport, readReport } from './report-file.ts';
import { runTool } from './tool.ts';

const Report = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .catch({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });

const NEWEST_NODE = ['npx', '--yes', '-p', 'node@24', 'node', 'node_modules/vitest/vitest.mjs'];

/** One project of vitest.config.ts. */
export function runVitest(project: string): Promise<Counts> {
  return run(['vitest'], project, project);
}

/** The same project on Node 24, which npm brings: the product runs on what is current as well as on what is old. */
export function runVitestOnNewestNode(project: string): Promise<Counts> {
  return run(NEWEST_NODE, project, `${project}-node-24`);
}

async function run([program = '', ...words]: string[], project: string, report: string): Promise<Counts> {
  const file = freshReport(report);
  const flags = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runTool(program, [...words, ...flags]);

  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = Report.parse(readReport(file));
  return settle({ passed: numPassedTests, failed: numFailedTests, skipped: numPendingTests + numTodoTests }, status);
}
