import { db } from './db/client.ts';
import type { Env } from './env.ts';
import { isLoopback } from './loopback.ts';

/** What the demo leaves in a database, all of it published with its passwords. */
export type DemoTraces = { hasAccount: boolean; hasPracticeSource: boolean };

type Setting = Pick<Env, 'isDemo' | 'isProduction' | 'host' | 'secret'>;

/**
 * Why the server must not start, as a sentence for its operator, or null. The demo's passwords and its webhook secret are
 * public: they must never be reachable from another machine, nor survive into an installation with real callers.
 */
export function whyNotStart(setting: Setting, traces: DemoTraces): string | null {
  if (setting.isDemo && !isLoopback(setting.host)) {
    return `The demo's passwords are public, so it may only listen on this machine: HOST is ${setting.host}, use 127.0.0.1.`;
  }
  if (!setting.isDemo && traces.hasAccount) {
    return 'A demo account with a published password is in the database. Start on an empty database, or with OFFHOOK_DEMO=1.';
  }
  if (!setting.isDemo && traces.hasPracticeSource) {
    return 'The practice source with its published secret is in the database. Start on an empty database, or with OFFHOOK_DEMO=1.';
  }
  if (setting.isProduction && !setting.secret) {
    return 'OFFHOOK_SECRET is not set: it signs the sessions and encrypts the PBX passwords. Make one: openssl rand -base64 32';
  }
  return null;
}

export async function findDemoTraces(): Promise<DemoTraces> {
  const [account, source] = await Promise.all([
    db.user.findFirst({ select: { id: true }, where: { isDemo: true } }),
    db.pbxConnection.findFirst({ select: { id: true }, where: { kind: 'practice' } }),
  ]);
  return { hasAccount: account !== null, hasPracticeSource: source !== null };
}
