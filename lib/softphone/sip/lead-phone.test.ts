import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { createFakeLine } from './fake-line.ts';
import { leadPhone } from './lead-phone.ts';
import type { SipAccount } from './sip-account.ts';
import type { SipListener } from './sip-session.ts';

const account: SipAccount = {
  server: 'wss://pbx.test/ws',
  domain: 'pbx.test',
  login: '101',
  extension: '101',
  secret: { ha1: 'h' },
  iceServers: [],
};

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function lead(fetchAccount: () => Promise<SipAccount | null>) {
  const line = createFakeLine();
  const listeners: SipListener[] = [];
  const phone = leadPhone(
    {
      audio: line.audio,
      openLine: (given, listener) => {
        listeners.push(listener);
        return line.openLine(given, listener);
      },
      fetchAccount,
      onMeasured: () => undefined,
      nowMs: Date.now,
    },
    () => undefined,
  );
  return { phone, line, listeners };
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the account of the phone', () => {
  test('[S0.1] without one the phone says so, and has it as soon as an administrator entered it', async () => {
    let given: SipAccount | null = null;
    const { phone, listeners } = lead(async () => given);
    await pass(0);
    expect(phone.state()).toMatchObject({ registration: 'refused', problem: 'noLogin' });

    given = account;
    phone.renew();
    await pass(0);
    listeners.at(-1)?.onRegistration('none');
    expect(phone.state()).toMatchObject({ registration: 'registered' });
  });

  test('a server that is away is asked again', async () => {
    const fetchAccount = vi.fn().mockRejectedValueOnce(new Error('away')).mockResolvedValue(account);
    const { listeners } = lead(fetchAccount);
    await pass(500);
    expect(fetchAccount).toHaveBeenCalledTimes(2);
    expect(listeners).toHaveLength(1);
  });

  test('one whose password was changed is asked for anew once it is refused, and the old phone’s last words count no more', async () => {
    const { phone, listeners } = lead(async () => account);
    await pass(0);
    listeners[0]?.onRegistration('loginRefused');
    await pass(60_000);
    expect(listeners).toHaveLength(2);
    listeners[1]?.onRegistration('none');
    listeners[0]?.onRegistration('unreachable');
    expect(phone.state()).toMatchObject({ registration: 'registered', problem: null });
  });

  test('asked for twice before the first answer has come, there is one phone', async () => {
    let given: SipAccount | null = null;
    const { phone, listeners } = lead(async () => given);
    await pass(0);
    given = account;
    phone.renew();
    phone.renew();
    await pass(0);
    expect(listeners).toHaveLength(1);
  });

  test('a phone that is registered is left alone, and so is one with a call', async () => {
    const { phone, line, listeners } = lead(async () => account);
    await pass(0);
    listeners[0]?.onRegistration('none');
    phone.renew();
    line.ring();
    listeners[0]?.onRegistration('loginRefused');
    phone.renew();
    await pass(0);
    expect(listeners).toHaveLength(1);
  });
});

test('an act before there is a phone is refused', async () => {
  const { phone } = lead(async () => null);
  await expect(phone.perform({ act: 'answer', id: 'x' })).resolves.toMatchObject({ reason: 'phoneNotConnected' });
});
