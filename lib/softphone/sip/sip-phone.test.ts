import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { buildSipAccount } from './build-sip-account.ts';
import type { SipAccount } from './sip-account.ts';
import { openSipLine } from './sip-phone.ts';
import type { SipListener } from './sip-session.ts';

const ANSWER_TIMEOUT_MS = 8_000;
const FIRST_BACK_OFF_MS = 500;

const account = buildSipAccount({ iceServers: [{ urls: 'turn:turn.test', username: 'early', credential: 'a' }] });

const listener: SipListener = {
  onRegistration: () => undefined,
  onBack: () => undefined,
  onIncoming: () => undefined,
  onAnswered: () => undefined,
  onIdentified: () => undefined,
  onRefused: () => undefined,
  onEnded: () => undefined,
  onSound: () => undefined,
  openMicrophone: () => Promise.reject(new Error('There is no microphone.')),
};

/** A PBX that takes every connection, says nothing, and lets go only when told to. */
class SilentSocket extends EventTarget {
  static all: SilentSocket[] = [];

  constructor() {
    super();
    SilentSocket.all.push(this);
  }

  opens = () => this.dispatchEvent(new Event('open'));
  lets = () => this.dispatchEvent(Object.assign(new Event('close'), { code: 1000 }));
  send() {}
  close() {}
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

beforeEach(() => {
  vi.useFakeTimers();
  SilentSocket.all = [];
  vi.stubGlobal('WebSocket', SilentSocket);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

async function connected(to: SipAccount) {
  const line = openSipLine(to, listener);
  await pass(0);
  SilentSocket.all[0]?.opens();
  await pass(0);
  return line;
}

describe('a line that is stopped', () => {
  test('while it lets go of a connection that answers nothing makes no other', async () => {
    const line = await connected(account);
    await pass(ANSWER_TIMEOUT_MS + FIRST_BACK_OFF_MS);
    void line.stop();
    SilentSocket.all[0]?.lets();
    await pass(60_000);
    expect(SilentSocket.all).toHaveLength(1);
  });

  test('is not: it makes another', async () => {
    const line = await connected(account);
    await pass(ANSWER_TIMEOUT_MS + FIRST_BACK_OFF_MS);
    SilentSocket.all[0]?.lets();
    await pass(0);
    expect(SilentSocket.all).toHaveLength(2);
    void line.stop();
  });
});

test('a call asks for its ways at the servers that the account names by then', async () => {
  const configurations: RTCConfiguration[] = [];
  vi.stubGlobal('MediaStream', class {});
  vi.stubGlobal(
    'RTCPeerConnection',
    class {
      constructor(configuration: RTCConfiguration) {
        configurations.push(configuration);
        throw new Error('No call is made here.');
      }
    },
  );
  const own = { ...account };
  const line = await connected(own);
  own.iceServers = [{ urls: 'turn:turn.test', username: 'late', credential: 'b' }];
  await expect(line.invite(line.dial('102', null))).rejects.toThrow('No call is made here.');
  expect(configurations).toMatchObject([{ iceServers: own.iceServers }]);
  void line.stop();
});
