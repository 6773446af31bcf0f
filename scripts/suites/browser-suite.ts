import { z } from 'zod';
import type { TrialServer } from '../serving/trial-server.ts';
import { type Counts, settle } from './counts.ts';
import { freshReport, readReport } from './report-file.ts';
import { runTool } from './tool.ts';

const Report = z
  .object({ stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number(), skipped: z.number() }) })
  .catch({ stats: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 } });

/** The stories of e2e/ against a running server; `words` are Playwright's own (a file, `-g`, `--headed`). */
export async function runStories(server: TrialServer, chromium: string, words: string[] = []): Promise<Counts> {
  // Where e2e/playwright.config.ts writes it.
  const file = freshReport('e2e');
  const status = await runTool('playwright', ['test', '-c', 'e2e/playwright.config.ts', ...words], {
    E2E_BASE_URL: server.url,
    PUBLIC_URL: server.url,
    DATABASE_URL: server.databaseUrl,
    OFFHOOK_SECRET: server.secret,
    OFFHOOK_DEMO: '1',
    PLAYWRIGHT_CHROMIUM: chromium,
  });

  const { stats } = Report.parse(readReport(file));
  return settle({ passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped }, status);
}
