import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { account, buildLeadPhone } from './build-lead-phone.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('a login at the TURN server, which runs out', () => {
  const HOUR_MS = 3_600_000;
  const turn = (username: string) => [{ urls: 'turn:turn.test', username, credential: `of ${username}` }];
  let logins: number;
  const fetchAccount = vi.fn(async () => {
    logins += 1;
    return { ...account, iceServers: turn(`login ${logins}`) };
  });

  beforeEach(() => {
    logins = 0;
    fetchAccount.mockClear();
  });

  test('is another every six hours, and the phone goes on as it is', async () => {
    const { line, listeners, accounts } = buildLeadPhone(fetchAccount);
    await pass(0);
    listeners[0]?.onRegistration('none');
    await pass(6 * HOUR_MS - 1);
    expect(accounts[0]?.iceServers).toEqual(turn('login 1'));

    await pass(1);
    expect(accounts[0]?.iceServers).toEqual(turn('login 2'));
    await pass(24 * HOUR_MS);
    expect(accounts[0]?.iceServers).toEqual(turn('login 6'));
    expect(accounts).toHaveLength(1);
    expect(line.asked).toEqual([]);
  });

  test('is another as soon as the account is asked for, also during a call', async () => {
    const { phone, line, accounts } = buildLeadPhone(fetchAccount);
    await pass(0);
    line.ring();
    phone.renew();
    await pass(0);
    expect(accounts[0]?.iceServers).toEqual(turn('login 2'));
    expect(accounts).toHaveLength(1);
  });

  test('a server that is away at that hour is asked again', async () => {
    const { accounts } = buildLeadPhone(fetchAccount);
    await pass(0);
    fetchAccount.mockRejectedValueOnce(new Error('away'));
    await pass(6 * HOUR_MS + 500);
    expect(accounts[0]?.iceServers).toEqual(turn('login 2'));
  });

  test('a phone that was put away asks for none', async () => {
    const { phone } = buildLeadPhone(fetchAccount);
    await pass(0);
    phone.stop();
    await pass(24 * HOUR_MS);
    expect(fetchAccount).toHaveBeenCalledTimes(1);
    expect(vi.getTimerCount()).toBe(0);
  });
});
