import { describe, expect, test } from 'vitest';
import { buildSipAccount } from './build-sip-account.ts';
import { isSameAccount } from './same-account.ts';
import type { SipAccount } from './sip-account.ts';

const account = buildSipAccount({ iceServers: [{ urls: 'turn:turn.test', username: '1:olga', credential: 'a' }] });

const turn = account.iceServers[0];

describe('whether an account is the one a phone has', () => {
  test('it is when asked for again, though a TURN login is another each time', () => {
    const again = { ...account, iceServers: [{ urls: 'turn:turn.test', username: '2:olga', credential: 'b' }] };
    expect(isSameAccount(account, again)).toBe(true);
  });

  test.each<[string, Partial<SipAccount>]>([
    ['server', { server: 'wss://other.test/ws' }],
    ['domain', { domain: 'other.test' }],
    ['login', { login: '102' }],
    ['extension', { extension: '102' }],
    ['secret', { secret: { ha1: 'other' } }],
    ['way of keeping the secret', { secret: { password: 'h' } }],
    ['TURN server', { iceServers: [{ ...turn, urls: 'turn:other.test' }] }],
    ['TURN server without a login', { iceServers: [{ urls: 'turn:turn.test' }] }],
    ['number of ways out', { iceServers: [] }],
  ])('it is not with another %s', (_, change) => {
    expect(isSameAccount(account, { ...account, ...change })).toBe(false);
  });
});
