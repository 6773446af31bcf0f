import { randomInt, randomUUID } from 'node:crypto';
import { Agent, request } from 'node:http';
import { Webhook } from 'standardwebhooks';
import { DEMO_WEBHOOK_SECRET } from '../lib/demo-credentials.ts';
import type { PbxEventInput } from '../lib/pbx/envelope.ts';
import { type Contender, startFloor, startOurs } from './contenders.ts';
import { type Figures, figuresOf, medianOf } from './figures.ts';
import type { Goal, Measurement } from './measurement.ts';
import { CUSTOMERS, numberOf, openWorld } from './world.ts';

const ROUNDS = 7;
const CALLS_PER_ROUND = 300;
const WARM_UP_CALLS = 300;
const SILENT_AFTER_MS = 5_000;
const GOAL: Goal = { ratio: { p50: 2.5, p99: 2.5 } };

const webhook = new Webhook(DEMO_WEBHOOK_SECRET);
const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** P1: a signed webhook until the message at the operator's socket; stored, the caller looked up; one call at a time. */
export async function p1(tell: (progress: string) => void): Promise<Measurement[]> {
  const world = await openWorld(tell);
  const contenders: Contender[] = [];
  try {
    contenders.push(await startFloor(world), await startOurs(world));
    return [await measure(contenders, tell)];
  } finally {
    for (const { socket, stop } of contenders) {
      socket.disconnect();
      stop();
    }
    agent.destroy();
    world.stop();
  }
}

async function measure(contenders: Contender[], tell: (progress: string) => void): Promise<Measurement> {
  tell('warming up');
  for (const contender of contenders) await round(contender, WARM_UP_CALLS);

  const figures: Record<Contender['name'], Figures[]> = { floor: [], ours: [] };
  for (let index = 1; index <= ROUNDS; index += 1) {
    tell(`round ${index} of ${ROUNDS}`);
    for (const contender of contenders) figures[contender.name].push(await round(contender, CALLS_PER_ROUND));
    // Who goes first alternates, so that neither always meets the machine the other has warmed.
    contenders.reverse();
  }

  return {
    name: 'P1',
    what: 'webhook → operator’s socket, 1M customers',
    rounds: ROUNDS,
    samplesPerRound: CALLS_PER_ROUND,
    floor: medianOf(figures.floor),
    ours: medianOf(figures.ours),
    goal: GOAL,
  };
}

async function round(contender: Contender, calls: number): Promise<Figures> {
  const milliseconds: number[] = [];
  for (let call = 0; call < calls; call += 1) milliseconds.push(await oneCall(contender));
  return figuresOf(milliseconds);
}

/** Rings once and hangs up; only the ring is measured. */
async function oneCall({ postUrl, socket }: Contender): Promise<number> {
  const number = numberOf(randomInt(CUSTOMERS));
  const call = { callId: `bench.${randomUUID()}`, legId: 'leg.1', extension: '101', from: { number } };
  const ringing: PbxEventInput = {
    type: 'leg.ringing',
    occurredAt: new Date().toISOString(),
    call: { ...call, direction: 'inbound', line: '+48221000001' },
  };

  const before = performance.now();
  const seen = new Promise<number>((resolve, reject) => {
    const silence = setTimeout(() => reject(new Error(`No message came for the call of ${number}.`)), SILENT_AFTER_MS);
    socket.once('call:ringing', (message: { number: { e164: string } }) => {
      clearTimeout(silence);
      if (message.number.e164 === number) resolve(performance.now() - before);
      else reject(new Error(`The message was about ${message.number.e164}, not ${number}.`));
    });
  });
  const [took] = await Promise.all([seen, post(postUrl, ringing)]);

  const end = { cause: 'caller_cancelled', by: 'caller' } as const;
  await post(postUrl, { type: 'call.ended', occurredAt: new Date().toISOString(), call, end });
  return took;
}

function post(url: URL, event: PbxEventInput): Promise<void> {
  const body = JSON.stringify(event);
  const id = `msg_${randomUUID()}`;
  const now = new Date();
  const headers = {
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
    'webhook-id': id,
    'webhook-timestamp': Math.floor(now.getTime() / 1000),
    'webhook-signature': webhook.sign(id, now, body),
  };
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', agent, headers }, (response) => {
      response.resume();
      response.once('end', () =>
        response.statusCode === 202 ? resolve() : reject(new Error(`Answered ${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end(body);
  });
}
