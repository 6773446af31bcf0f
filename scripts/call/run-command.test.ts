import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createRandom } from '../../prisma/seed/random.ts';
import { readArguments } from './arguments.ts';
import { type FakeOffhook, startFakeOffhook } from './fake-offhook.ts';
import { openMemory } from './memory.ts';
import { runCommand } from './run-command.ts';
import { planBusyHour } from './scenarios/busy-hour.ts';
import { createPbx } from './webhook-client.ts';

let offhook: FakeOffhook;
let folder: string;
let said: string[];

beforeEach(async () => {
  offhook = await startFakeOffhook();
  folder = mkdtempSync(join(tmpdir(), 'offhook-call-'));
  said = [];
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await offhook.close();
});

/** Every command is a process of its own: nothing but the file is remembered between two. */
async function call(line: string): Promise<void> {
  const { command, where } = readArguments(line.split(' '), offhook.url);
  const stage = { pbx: createPbx(where), say: (text: string) => void said.push(text), pause: async () => {}, isFast: false };
  await runCommand(command, stage, openMemory(folder, where.url));
}
const lastCall = () => [...offhook.calls().values()].at(-1);

describe('one command after the other', () => {
  test('ring says the id and nothing else', async () => {
    await call('ring');
    expect(said).toEqual([...offhook.calls().keys()]);
  });

  test('the first extension that rings answers the last call', async () => {
    await call('ring --extension 102,101');
    await call('answer');
    expect(lastCall()).toMatchObject({ phase: 'talking', operators: ['102'] });
  });

  test('answer, hold, resume, hangup speak of the last call', async () => {
    for (const line of ['ring', 'answer', 'hold', 'resume', 'hangup']) await call(line);
    expect(offhook.calls().size).toBe(1);
    expect(lastCall()).toMatchObject({ phase: 'ended', cause: 'completed', operators: ['101'] });
  });

  test('or of the one that is named', async () => {
    await call('ring --from +48600100102');
    const [first = ''] = said;
    await call('ring --from +48600100103');
    await call(`miss --call ${first}`);

    expect([...offhook.calls().values()].map((each) => each.phase)).toEqual(['ended', 'ringing']);
  });

  test('a blind transfer rings the colleague, who answers next', async () => {
    for (const line of ['ring', 'answer', 'transfer --to 103', 'answer']) await call(line);
    expect(lastCall()).toMatchObject({ holder: '103', transfers: [{ kind: 'blind', fromExtension: '101', to: '103' }] });
  });

  test('an attended transfer leaves the colleague talking, and nobody on hold', async () => {
    for (const line of ['ring', 'answer', 'transfer --to 103 --attended']) await call(line);
    const [inbound, consult] = [...offhook.calls().values()];
    expect(inbound).toMatchObject({ phase: 'talking', holder: '103', transfers: [{ kind: 'attended' }] });
    expect(consult).toMatchObject({ direction: 'internal', phase: 'ended' });
  });

  test('busy ends every device that rang', async () => {
    await call('ring --extension 101,102');
    await call('busy');
    expect(lastCall()).toMatchObject({ cause: 'busy', isMissed: true, legs: [{ cause: 'busy' }, { cause: 'busy' }] });
  });

  test('a device comes and goes', async () => {
    await call('unregister --extension 101');
    await call('register --extension 101');
    expect(offhook.posts.flatMap((post) => post.events.map((event) => event.type))).toEqual([
      'device.unregistered',
      'device.registered',
    ]);
  });
});

describe('without a call to speak of', () => {
  test('says how to place one', async () => {
    await expect(call('answer')).rejects.toThrow('start one with "npm run call -- ring"');
  });

  test('does not stumble over a broken file', async () => {
    writeFileSync(join(folder, 'practice-calls.json'), '{"htt');
    await expect(call('answer')).rejects.toThrow('No call was placed');
  });

  test('asks who answers a call that it did not place', async () => {
    await expect(call('answer --call elsewhere')).rejects.toThrow('--extension');
  });
});

describe('whole stories', () => {
  test('a replay is a new call each time', async () => {
    await call('replay inbound_answered --fast');
    await call('replay inbound_answered --fast');

    expect(offhook.calls().size).toBe(2);
    expect(lastCall()).toMatchObject({ from: { number: '+79161234567' }, operators: ['101'], talkSeconds: 13 });
  });

  test.each([
    ['first-call', [{ isMissed: false, operators: ['101'] }]],
    ['missed', [{ isMissed: true, operators: [] }]],
    ['missed-then-reaches', [{ isMissed: true }, { isMissed: false, operators: ['102'] }]],
    [
      'answered-elsewhere',
      [{ isMissed: false, operators: ['102'], legs: [{ cause: 'answered_elsewhere' }, { cause: 'completed' }] }],
    ],
    ['attended-transfer', [{ operators: ['101', '103'], transfers: [{ kind: 'attended' }] }, { direction: 'internal' }]],
  ])('%s', async (scenario, expected) => {
    await call(`scenario ${scenario}`);
    const calls = [...offhook.calls().values()];

    expect(calls).toMatchObject(expected);
    expect(calls.every((each) => each.phase === 'ended')).toBe(true);
  });

  test('busy-hour leaves forty calls, some of them missed', async () => {
    await call('scenario busy-hour');
    const calls = [...offhook.calls().values()];

    expect(calls).toHaveLength(40);
    expect(calls.every((each) => each.phase === 'ended')).toBe(true);
    expect(said.at(-1)).toBe(`The hour is over: ${calls.filter((each) => each.isMissed).length} of 40 calls were missed.`);
  });
});

test('nobody answers two calls of the busy hour at once', () => {
  const plan = planBusyHour(createRandom(1), 2);

  for (const extension of ['101', '102', '103']) {
    const talks = plan
      .filter((each) => each.answeredBy === extension)
      .map((each) => ({ from: each.startsAt + each.ringSeconds, to: each.startsAt + each.ringSeconds + each.talkSeconds }));
    for (const [index, talk] of talks.slice(1).entries()) expect(talk.from).toBeGreaterThan(talks[index]?.to ?? 0);
  }
  expect(Math.max(...plan.map((each) => each.startsAt))).toBeLessThan(120);
});
