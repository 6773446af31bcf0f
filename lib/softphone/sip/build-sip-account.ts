import type { SipAccount } from './sip-account.ts';

/** The account of extension 101 at a PBX, for tests: with no ways out but the direct one. */
export function buildSipAccount(facts: Partial<SipAccount> = {}): SipAccount {
  return {
    server: 'wss://pbx.test/ws',
    domain: 'pbx.test',
    login: '101',
    extension: '101',
    secret: { ha1: 'h' },
    iceServers: [],
    ...facts,
  };
}
