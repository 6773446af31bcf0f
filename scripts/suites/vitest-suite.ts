import { z } from 'zod';
import { type Counts, settle } from './counts.ts';
import { freshReport, readReport } from './report-file.ts';
import { type Environment, runTool } from './tool.ts';

const Report = z
  .object({
    numPassedTests: z.number(),
    numFailedTests: z.number(),
    numPendingTests: z.number(),
    numTodoTests: z.number(),
  })
  .catch({ numPassedTests: 0, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0 });

/** One project of vitest.config.ts. */
export async function runVitest(project: string, environment: Environment = {}): Promise<Counts> {
  const file = freshReport(project);
  const words = ['run', '--project', project, '--reporter=default', '--reporter=json', `--outputFile.json=${file}`];
  const status = await runTool('vitest', words, environment);

  const report = Report.parse(readReport(file));
  const skipped = report.numPendingTests + report.numTodoTests;
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests, skipped }, status);
}
