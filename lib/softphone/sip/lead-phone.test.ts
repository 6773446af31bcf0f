import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { account, buildLeadPhone } from './build-lead-phone.ts';
import type { SipAccount } from './sip-account.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

describe('the account of the phone', () => {
  test('[S0.1] without one the phone says so, and has it as soon as an administrator entered it', async () => {
    let given: SipAccount | null = null;
    const { phone, listeners } = buildLeadPhone(async () => given);
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
    const { listeners } = buildLeadPhone(fetchAccount);
    await pass(500);
    expect(fetchAccount).toHaveBeenCalledTimes(2);
    expect(listeners).toHaveLength(1);
  });

  test('one whose password was changed is asked for anew once it is refused, and the old phone’s last words count no more', async () => {
    const { phone, listeners } = buildLeadPhone(async () => account);
    await pass(0);
    listeners[0]?.onRegistration('loginRefused');
    await pass(60_000);
    expect(listeners).toHaveLength(2);
    listeners[1]?.onRegistration('none');
    listeners[0]?.onRegistration('unreachable');
    expect(phone.state()).toMatchObject({ registration: 'registered', problem: null });
  });

  test('one that stays refused is asked for a minute after it was, whatever happens meanwhile, and each minute again', async () => {
    const { line, listeners } = buildLeadPhone(async () => account);
    await pass(0);
    listeners[0]?.onRegistration('loginRefused');
    await pass(40_000);
    line.isOver(line.ring());
    listeners[0]?.onRegistration('loginRefused');
    await pass(20_000);
    expect(listeners).toHaveLength(2);

    listeners[1]?.onRegistration('loginRefused');
    await pass(60_000);
    expect(listeners).toHaveLength(3);
  });

  test('a user without one is asked about each minute', async () => {
    const fetchAccount = vi.fn(async () => null);
    buildLeadPhone(fetchAccount);
    await pass(3 * 60_000);
    expect(fetchAccount).toHaveBeenCalledTimes(4);
  });

  test('asked for twice before the first answer has come, there is one phone', async () => {
    let given: SipAccount | null = null;
    const { phone, listeners } = buildLeadPhone(async () => given);
    await pass(0);
    given = account;
    phone.renew();
    phone.renew();
    await pass(0);
    expect(listeners).toHaveLength(1);
  });
});

describe('an account that is asked for again before the first answer has come', () => {
  const other = { ...account, extension: '102' };
  const asked: ((found: SipAccount | null) => void)[] = [];
  const fetchAccount = () => new Promise<SipAccount | null>((resolve) => asked.push(resolve));

  beforeEach(() => void asked.splice(0));

  test('the phone begins with the first, and again where the second is another', async () => {
    const { phone, listeners } = buildLeadPhone(fetchAccount);
    phone.renew();
    asked[0]?.(account);
    await pass(0);
    expect(listeners).toHaveLength(1);
    asked[1]?.(account);
    await pass(0);
    expect(listeners).toHaveLength(1);

    phone.renew();
    asked[2]?.(other);
    await pass(0);
    expect(listeners).toHaveLength(2);
  });

  test('an answer that a later one overtook counts no more', async () => {
    const { phone, listeners } = buildLeadPhone(fetchAccount);
    phone.renew();
    asked[1]?.(other);
    await pass(0);
    asked[0]?.(account);
    await pass(0);
    expect(listeners).toHaveLength(1);
  });
});

describe('an account that was changed while the phone is registered', () => {
  const moved = { ...account, login: '102', extension: '102' };
  let given: SipAccount | null;

  beforeEach(() => {
    given = account;
  });

  async function registered(fetchAccount = async () => given) {
    const world = buildLeadPhone(fetchAccount);
    await pass(0);
    world.listeners[0]?.onRegistration('none');
    return world;
  }

  test('as it was, the phone is left alone, however often it is asked for', async () => {
    const { phone, line, listeners } = await registered();
    phone.renew();
    await pass(60_000);
    expect(listeners).toHaveLength(1);
    expect(line.asked).toEqual([]);
    expect(phone.state()).toMatchObject({ registration: 'registered' });
  });

  test('another extension is registered at once, and the old one given up', async () => {
    const { phone, line, listeners } = await registered();
    given = moved;
    phone.renew();
    await pass(0);
    expect(line.asked).toEqual(['stop']);
    expect(listeners).toHaveLength(2);
    expect(phone.state()).toMatchObject({ registration: 'connecting', problem: null });

    listeners[1]?.onRegistration('none');
    listeners[0]?.onRegistration('unreachable');
    expect(phone.state()).toMatchObject({ registration: 'registered', problem: null });
  });

  test('what is changed during a call waits until the last one has ended', async () => {
    const { phone, line, listeners } = await registered();
    const first = line.ring();
    const second = line.ring();
    given = moved;
    phone.renew();
    await pass(60_000);
    expect(listeners).toHaveLength(1);

    await phone.perform({ act: 'reject', id: first });
    await pass(0);
    expect(listeners).toHaveLength(1);

    await phone.perform({ act: 'reject', id: second });
    await pass(0);
    expect(listeners).toHaveLength(2);
    expect(phone.state()).toMatchObject({ registration: 'connecting', calls: [] });
  });

  test('what is changed back during the call changes nothing', async () => {
    const { phone, line, listeners } = await registered();
    const call = line.ring();
    given = moved;
    phone.renew();
    await pass(0);
    given = account;
    phone.renew();
    await pass(0);
    await phone.perform({ act: 'reject', id: call });
    await pass(0);
    expect(listeners).toHaveLength(1);
    expect(line.asked).not.toContain('stop');
  });

  test('[S0.1] one that was taken away closes the phone, after the call', async () => {
    const { phone, line } = await registered();
    const call = line.ring();
    given = null;
    phone.renew();
    await pass(0);
    expect(phone.state()).toMatchObject({ registration: 'registered' });

    await phone.perform({ act: 'reject', id: call });
    await pass(0);
    expect(line.asked).toContain('stop');
    expect(phone.state()).toMatchObject({ registration: 'refused', problem: 'noLogin' });
  });

  test('a server that is away takes no phone away, and is asked again', async () => {
    const fetchAccount = vi.fn(async () => given);
    const { phone, line, listeners } = await registered(fetchAccount);
    given = moved;
    fetchAccount.mockRejectedValueOnce(new Error('away')).mockRejectedValueOnce(new Error('away'));
    phone.renew();
    await pass(0);
    expect(phone.state()).toMatchObject({ registration: 'registered' });
    expect(line.asked).toEqual([]);

    await pass(1_500);
    expect(fetchAccount).toHaveBeenCalledTimes(4);
    expect(listeners).toHaveLength(2);
  });

  test('one that is refused during a call begins anew after it, though nothing was changed here', async () => {
    const { phone, line, listeners } = await registered();
    const call = line.ring();
    listeners[0]?.onRegistration('loginRefused');
    await pass(60_000);
    expect(listeners).toHaveLength(1);

    await phone.perform({ act: 'reject', id: call });
    await pass(0);
    expect(listeners).toHaveLength(2);
  });
});

test('an act before there is a phone is refused', async () => {
  const { phone } = buildLeadPhone(async () => null);
  await expect(phone.perform({ act: 'answer', id: 'x' })).resolves.toMatchObject({ reason: 'phoneNotConnected' });
});
