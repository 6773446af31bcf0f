import { testConnection } from '../asterisk/connection-test.ts';
import type { ConnectionTest, ConnectionTestSettings } from '../asterisk/connection-test-types.ts';
import { readPattern } from '../asterisk/servers.ts';

/** Tries a manager connection with settings that may not be saved yet. */
export async function runTest(settings: ConnectionTestSettings): Promise<ConnectionTest> {
  const { amiHost: host, amiPort: port, amiTls: tls, amiUser: user, amiSecret: secret, trunks } = settings;
  const extension = readPattern(settings.extensionPattern);
  if (!extension) return { ok: false, problem: 'patternInvalid' };

  const { dialContext, resumeContext } = settings;
  const test = await testConnection({
    ami: { host, port, tls, user, secret },
    config: { trunks, extension },
    dialContext,
    resumeContext,
  });
  if (!test.ok) return { ok: false, problem: test.problem, ...(test.name !== undefined && { values: { name: test.name } }) };

  const { version, operators, registered } = test.facts;
  return { ok: true, facts: { version, endpoints: operators.length, registered: registered.length } };
}
