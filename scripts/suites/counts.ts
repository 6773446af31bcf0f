/** What a suite ran. A check such as the linter counts as one. `failures`: which tests failed, each with the first line of why. */
export type Counts = { passed: number; failed: number; skipped: number; failures?: string[] };

export const PASSED: Counts = { passed: 1, failed: 0, skipped: 0 };
export const FAILED: Counts = { passed: 0, failed: 1, skipped: 0 };

export function add(one: Counts, other: Counts): Counts {
  return { passed: one.passed + other.passed, failed: one.failed + other.failed, skipped: one.skipped + other.skipped };
}

const ANSI = new RegExp(`${String.fromCharCode(27)}\\[[\\d;]*m`, 'g');

/** One failed test for the end of a long run, where its own report has scrolled out of sight. */
export function failureLine(test: string, message: string | undefined): string {
  const why = message?.replace(ANSI, '').trim().split('\n')[0];
  return why ? `${test}: ${why}` : test;
}

/** A suite that ran nothing, or ended badly without naming a test, has failed: silence is not success. */
export function settle(counts: Counts, exitStatus: number): Counts {
  const isSilent = counts.passed + counts.failed === 0;
  const isUnexplained = exitStatus !== 0 && counts.failed === 0;
  return isSilent || isUnexplained ? { ...counts, failed: counts.failed + 1 } : counts;
}

/** The one line that a run ends with. */
export function closingLine({ passed, failed, skipped }: Counts): string {
  const tail = skipped > 0 ? `, ${skipped} skipped` : '';
  return `${passed} passed, ${failed} failed${tail}`;
}
