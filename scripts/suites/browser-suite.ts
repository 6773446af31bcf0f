import { z } from 'zod';
import type { TrialServer } from '../serving/trial-server.ts';
import { type Counts, failureLine, settle } from './counts.ts';
import { freshReport, readReport } from './report-file.ts';
import { type Environment, runTool } from './tool.ts';

const Result = z.object({ error: z.object({ message: z.string().optional() }).optional() });
const Story = z.object({
  title: z.string(),
  file: z.string(),
  line: z.number(),
  ok: z.boolean(),
  tests: z.array(z.object({ results: z.array(Result) })),
});
type Story = z.infer<typeof Story>;
const Chapter = z.object({
  specs: z.array(Story),
  get suites() {
    return z.array(Chapter).optional();
  },
});
type Chapter = z.infer<typeof Chapter>;

const Report = z
  .object({
    stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }),
    suites: z.array(Chapter),
  })
  .catch({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }, suites: [] });

/** The stories of e2e/ against a running server; `words` are Playwright's own (a file, `-g`, `--headed`). */
export async function runStories(server: TrialServer, chromium: string, words: string[] = []): Promise<Counts> {
  const report = startStories('e2e');
  const status = await playStories(server, 'e2e/playwright.config.ts', words, { PLAYWRIGHT_CHROMIUM: chromium });
  return readStoryCounts(report, status);
}

/** Where the configuration of that name has Playwright write its report. */
export function startStories(name: 'e2e' | 'pbx'): string {
  return freshReport(name);
}

export function readStoryCounts(report: string, status: number): Counts {
  const { stats, suites } = Report.parse(readReport(report));
  const failures = suites
    .flatMap(storiesOf)
    .filter((story) => !story.ok)
    .map(nameFailure);
  return settle({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped, failures }, status);
}

function storiesOf({ specs, suites = [] }: Chapter): Story[] {
  return [...specs, ...suites.flatMap(storiesOf)];
}

function nameFailure({ file, line, title, tests }: Story): string {
  const message = tests.flatMap(({ results }) => results).find(({ error }) => error)?.error?.message;
  return failureLine(`${file}:${line} › ${title}`, message);
}

/** Answers Playwright's exit status. */
export function playStories(server: TrialServer, config: string, words: string[], environment: Environment): Promise<number> {
  return runTool('playwright', ['test', '-c', config, ...words], {
    E2E_BASE_URL: server.url,
    E2E_SMTP_URL: server.smtpUrl,
    PUBLIC_URL: server.url,
    DATABASE_URL: server.databaseUrl,
    OFFHOOK_SECRET: server.secret,
    OFFHOOK_DEMO: '1',
    ...environment,
  });
}
