import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { createPbxSecret } from '../../prisma/factories/pbx.ts';
import { buildCallEvents, createPbxWorld, SECRET } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { sign } from '../pbx/signature.ts';
import { seal } from '../pbx/vault.ts';
import { receive } from './receive.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
beforeEach(async () => {
  world = await createPbxWorld();
});
afterEach(() => void vi.useRealTimers());

type Post = {
  body?: unknown;
  raw?: string;
  id?: string;
  secret?: string;
  at?: Date;
  headers?: Record<string, string>;
  slug?: string;
};

function send({ body, raw, id = randomUUID(), secret = SECRET, at = new Date(), headers = {}, slug = world.source.slug }: Post) {
  const text = raw ?? JSON.stringify(body);
  const signed = sign(text, id, at, secret);
  return receive(
    slug,
    new Request('http://localhost/', { method: 'POST', body: text, headers: { ...signed, ...headers } }),
    new Date(),
  );
}

const offered = () => buildCallEvents(uniqueNumber(), world.line.e164).offered;
const storedCalls = () => db.callEvent.count({ where: { connectionId: world.source.id } });

describe('the webhook', () => {
  test('202 says how many were new; a repeat is 202 too', async () => {
    const post = { body: [offered(), offered()], id: randomUUID() };
    expect(await send(post)).toMatchObject({ status: 202, body: { accepted: 2, duplicate: 0 } });
    expect(await send(post)).toMatchObject({ status: 202, body: { accepted: 0, duplicate: 2 } });
  });

  test('[R32] a retry signed with its own time is a repeat; a replay after six minutes is refused', async () => {
    const post = { body: offered(), id: randomUUID() };
    await send({ ...post, at: new Date(Date.now() - 60_000) });
    expect(await send(post)).toMatchObject({ status: 202, body: { accepted: 0, duplicate: 1 } });
    expect(await send({ ...post, at: new Date(Date.now() - 360_000) })).toMatchObject({ status: 401 });
  });

  test.each<[string, Post]>([
    ['another secret', { secret: 'whsec_bm90LXRoZS1zZWNyZXQtb2YtdGhpcw==' }],
    ['no signature', { headers: { 'webhook-signature': '' } }],
    ['a truncated one', { headers: { 'webhook-signature': 'v1,abc' } }],
    ['an unknown source', { slug: 'nobody' }],
  ])('[R31] %s is 401, stores nothing and says the same', async (_, post) => {
    expect(await send({ body: offered(), ...post })).toEqual({
      status: 401,
      body: { error: 'The signature is missing, wrong or expired.' },
    });
    expect(await storedCalls()).toBe(0);
  });

  test('while a secret is rotated out both are valid; an expired one is not', async () => {
    const [next, old] = ['whsec_bmV4dC1zZWNyZXQtb2YtdGVzdHM=', 'whsec_b2xkLXNlY3JldC1vZi10ZXN0cw=='];
    await createPbxSecret(db, { connectionId: world.source.id, sealed: seal(next) });
    await createPbxSecret(db, { connectionId: world.source.id, sealed: seal(old), expiresAt: new Date(Date.now() - 1000) });
    expect((await send({ body: offered(), secret: next })).status).toBe(202);
    expect((await send({ body: offered() })).status).toBe(202);
    expect((await send({ body: offered(), secret: old })).status).toBe(401);
  });

  test('[R27] a body over 256 KiB is 413, whatever its signature', async () => {
    expect((await send({ raw: 'x'.repeat(256 * 1024 + 1), headers: { 'webhook-signature': 'v1,wrong' } })).status).toBe(413);
  });

  test('an issue names the field of the event at fault, and nothing of the array is stored', async () => {
    const good = offered();
    const answer = await send({ body: [good, { ...good, call: { ...good.call, callId: '' } }] });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: '1.call.callId' }] } });
    expect(await storedCalls()).toBe(0);
  });

  test.each<[string, unknown]>([
    ['an empty array', []],
    ['101 events', Array.from({ length: 101 }, () => ({}))],
    ['an unknown type', { type: 'call.exploded' }],
    ['null', null],
    ['a text', 'call.offered'],
  ])('%s is 400 with issues', async (_, body) => {
    const answer = await send({ body });
    expect(answer).toMatchObject({ status: 400, body: { issues: [{ message: expect.any(String) }] } });
  });

  test('[R33] of duplicate keys the signed bytes are read once, in one place', async () => {
    const call = offered();
    const raw = JSON.stringify(call).replace('"type":', '"type":"call.ended","type":');
    expect((await send({ raw })).status).toBe(202);
    expect(await db.callEvent.findFirst({ where: { connectionId: world.source.id } })).toMatchObject({ type: 'call.offered' });
  });

  test.each(['0001-01-01T00:00:00Z', '1900-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])(
    '[R11] a clock at %s is no clock: 400 names the field',
    async (occurredAt) => {
      const answer = await send({ body: { ...offered(), occurredAt } });
      expect(answer).toMatchObject({ status: 400, body: { issues: [{ path: 'occurredAt' }] } });
    },
  );

  test.each(['\u0000', 'a b', '../practice', 'x'.repeat(200)])(
    '[R31] a source named %j is nobody, and no failure of ours',
    async (slug) => {
      expect((await send({ body: offered(), slug })).status).toBe(401);
    },
  );

  test('what is not JSON is 400', async () => {
    expect(await send({ raw: '{' })).toMatchObject({ status: 400, body: { issues: [{ message: 'The body is not JSON.' }] } });
  });

  test('over the rate is 429 with Retry-After, and the same post goes through later', async () => {
    await db.pbxConnection.update({ where: { id: world.source.id }, data: { eventsPerSecond: 5, eventBurst: 2 } });
    vi.useFakeTimers({ toFake: ['performance'] });
    await send({ body: [offered(), offered()] });
    const id = randomUUID();
    const refused = { body: offered(), id };
    expect(await send(refused)).toMatchObject({ status: 429, retryAfterSeconds: 1 });
    vi.advanceTimersByTime(1_000);
    expect((await send(refused)).status).toBe(202);
  });

  test('a post larger than the burst is let in when the bucket is full', async () => {
    await db.pbxConnection.update({ where: { id: world.source.id }, data: { eventsPerSecond: 5, eventBurst: 2 } });
    expect((await send({ body: [offered(), offered(), offered()] })).status).toBe(202);
  });

  test.each(['javascript:alert(1)', 'https://pbx.example/\u0000', 'not an address'])(
    'a recording at %j is 400 or cleaned, never 503',
    async (url) => {
      const { callId, offered: call } = buildCallEvents(uniqueNumber(), world.line.e164);
      const answer = await send({
        body: { type: 'recording.ready', occurredAt: call.occurredAt, call: { callId }, recording: { url, seconds: 1 } },
      });
      expect(answer.status).toBe(url.startsWith('https') ? 202 : 400);
    },
  );

  test('the last deliveries are kept for the admin, refusals of the schema too', async () => {
    await send({ body: offered() });
    await send({ body: {} });
    const answered = async () => {
      const posts = await db.webhookDelivery.findMany({ where: { connectionId: world.source.id }, orderBy: { id: 'asc' } });
      return posts.map((each) => each.status);
    };
    await expect.poll(answered).toEqual([202, 400]);
  });
});
