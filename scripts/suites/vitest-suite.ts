import { relative } from 'node:path';
import { z } from 'zod';
import { ROOT } from '../building/sources.ts';
import { type Counts, failureLine, settle } from './counts.ts';
import { freshReport, readReport } from './report-file.ts';
import { runTool } from './tool.ts';

const Assertion = z.object({ fullName: z.string(), status: z.string(), failureMessages: z.array(z.string()) });
const Report = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
    testResults: z.array(z.object({ name: z.string(), assertionResults: z.array(Assertion) })),
  })
  .catch({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] });
type Report = z.infer<typeof Report>;

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

  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests, testResults } = Report.parse(readReport(file));
  const skipped = numPendingTests + numTodoTests;
  return settle({ passed: numPassedTests, failed: numFailedTests, skipped, failures: failuresOf(testResults) }, status);
}

function failuresOf(files: Report['testResults']): string[] {
  return files.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'failed')
      .map(({ fullName, failureMessages }) => failureLine(`${relative(ROOT, name)} › ${fullName}`, failureMessages[0])),
  );
}
