import type { ConnectionTest, ConnectionTestSettings } from '../asterisk/connection-test-types.ts';

/** Tries a manager connection with these settings: the one place that names who does it. */
export async function runTest(_settings: ConnectionTestSettings): Promise<ConnectionTest> {
  return { ok: false, problem: 'notBuilt' };
}
