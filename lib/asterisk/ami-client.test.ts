import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type AmiOptions, openAmi } from './ami-client.ts';
import type { AmiMessage } from './ami-protocol.ts';
import { type AsteriskDouble, buildEndpoint, LOOPBACK, SECRET, startAsteriskDouble } from './testing.ts';

let asterisk: AsteriskDouble;

beforeEach(async () => {
  asterisk = await startAsteriskDouble();
});
afterEach(() => asterisk.stop());

const target = (overrides = {}) => ({
  host: 'pbx.lan',
  port: asterisk.port,
  tls: false,
  user: 'offhook',
  secret: SECRET,
  ...overrides,
});
const open = (overrides = {}, options: Partial<AmiOptions> = {}) =>
  openAmi(target(overrides), { events: 'off', outside: LOOPBACK, ...options });

describe('logging in', () => {
  test('the secret never travels', async () => {
    const session = await open();
    expect(JSON.stringify(asterisk.asked)).not.toContain(SECRET);
    expect(asterisk.logins()).toBe(1);
    session.close();
    expect(await session.ended).toBe('lost');
  });

  test.each([
    ['a wrong secret', { secret: 'wrong' }, 'loginRefused'],
    ['nobody listening', { port: 1 }, 'refused'],
    ['an address of the house that the deployer did not name', { host: '192.168.7.7' }, 'addressRefused'],
    ['a metadata address', { host: '169.254.169.254' }, 'addressRefused'],
    ['an Asterisk that speaks no TLS there', { tls: true }, 'tlsFailed'],
  ])('%s', async (_, overrides, problem) => {
    await expect(open(overrides)).rejects.toMatchObject({ problem });
  });

  test('a name that nobody knows', async () => {
    const resolve = () => Promise.reject(Object.assign(new Error('none'), { code: 'ENOTFOUND' }));
    await expect(open({}, { outside: { ...LOOPBACK, resolve } })).rejects.toMatchObject({ problem: 'hostUnknown' });
  });

  test('[R39] a name that leads elsewhere the second time is asked once', async () => {
    const answers = ['127.0.0.1', '10.0.0.1'];
    const resolve = async () => [{ address: answers.shift() ?? '', family: 4 }];
    (await open({}, { outside: { ...LOOPBACK, resolve } })).close();
    expect(answers).toEqual(['10.0.0.1']);
  });

  test('something else that listens there', async () => {
    const other = createServer((socket) => socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const address = other.address();
    const port = typeof address === 'object' ? address?.port : 0;
    await expect(open({ port })).rejects.toMatchObject({ problem: 'notAsterisk' });
    other.close();
  });
});

describe('asking', () => {
  test('answers and lists are told apart from events, and from each other', async () => {
    const heard: AmiMessage[] = [];
    asterisk.furniture.endpoints = [buildEndpoint('101'), buildEndpoint('102')];
    const session = await open({}, { events: 'call', onEvent: (event) => heard.push(event) });

    asterisk.send({ Event: 'Hangup', Uniqueid: '1.1' });
    const [endpoints, ping, unknown] = await Promise.all([
      session.ask({ Action: 'PJSIPShowEndpoints' }),
      session.ask({ Action: 'Ping' }),
      session.ask({ Action: 'Nonsense' }),
    ]);

    expect(endpoints.items.map((each) => each.ObjectName)).toEqual(['101', '102']);
    expect(ping.fields.Ping).toBe('Pong');
    expect(unknown).toMatchObject({ isDone: false, message: 'Invalid/unknown command: Nonsense.' });
    expect(heard.map((each) => each.Event)).toEqual(['FullyBooted', 'Hangup']);
    session.close();
  });

  test('[R40] an action that holds another one is not sent, and the session goes on', async () => {
    const session = await open();
    const before = asterisk.asked.length;
    await expect(session.ask({ Action: 'Hangup', Channel: 'PJSIP/1\r\nAction: Originate' })).rejects.toThrow('control character');
    expect((await session.ask({ Action: 'Ping' })).isDone).toBe(true);
    expect(asterisk.asked).toHaveLength(before + 1);
    session.close();
  });

  test('an event that cannot be followed costs neither the connection nor the next event', async () => {
    const heard: AmiMessage[] = [];
    const onEvent = (event: AmiMessage) => {
      if (event.Event === 'Newchannel') throw new RangeError('Invalid time value');
      heard.push(event);
    };
    const session = await open({}, { events: 'call', onEvent });
    asterisk.send({ Event: 'Newchannel', Uniqueid: '1.1' });
    asterisk.send({ Event: 'Hangup', Uniqueid: '1.1' });

    expect((await session.ask({ Action: 'Ping' })).isDone).toBe(true);
    expect(heard.map((each) => each.Event)).toEqual(['FullyBooted', 'Hangup']);
    session.close();
  });

  test('[R24] a connection that is half open is noticed, without anybody asking', async () => {
    const session = await open({}, { patience: { answerMs: 1_000, pingEveryMs: 30 } });
    asterisk.stall();
    expect(await session.ended).toBe('timeout');
    await expect(session.ask({ Action: 'Ping' })).rejects.toMatchObject({ problem: 'timeout' });
  });

  test('what was asked when the connection broke is not waited for', async () => {
    const session = await open();
    asterisk.stall();
    const asked = session.ask({ Action: 'Ping' });
    asterisk.dropAll();
    await expect(asked).rejects.toMatchObject({ problem: 'lost' });
    expect(await session.ended).toBe('lost');
  });
});
