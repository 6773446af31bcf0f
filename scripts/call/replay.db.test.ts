import { createServer, type IncomingMessage } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { db } from '../../lib/db/client.ts';
import { receive } from '../../lib/intake/receive.ts';
import { EXPECTED } from '../../lib/pbx/samples/expected.ts';
import { SAMPLES } from '../../lib/pbx/samples/read-sample.ts';
import { createLine } from '../../prisma/factories/pbx.ts';
import { createPbxWorld, SECRET } from '../../prisma/factories/pbx-world.ts';
import { callIdsOf, startingAt, toPosts, translateSample } from './replay.ts';
import { createPbx, type Pbx } from './webhook-client.ts';

let world: Awaited<ReturnType<typeof createPbxWorld>>;
let pbx: Pbx;

/** The product's own door behind a plain server: what is tested is that the captures pass through it as they are. */
const server = createServer(async (request, response) => {
  const answer = await receive(world.source.slug, await toRequest(request), new Date());
  response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
});

beforeAll(async () => {
  world = await createPbxWorld();
  await createLine(db, { connectionId: world.source.id, e164: '+78001000001', operatorIds: [world.olga.id] });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The server has no port.');
  pbx = createPbx({ url: `http://127.0.0.1:${address.port}`, source: world.source.slug, secret: SECRET });
});
afterAll(() => {
  server.close();
  server.closeAllConnections();
});

describe.each(SAMPLES)('the sample %s, replayed through the webhook', (sample) => {
  const expected = Object.entries(EXPECTED[sample].calls).map(([callId, call]) => ({
    pbxCallId: `${sample}-${callId}`,
    direction: call.direction,
    phase: call.phase,
    cause: call.cause,
    endedBy: call.endedBy,
    isMissed: call.isMissed,
    operatorExtension: call.operators.at(-1) ?? call.dialledBy,
    waitSeconds: call.waitSeconds,
    talkSeconds: call.talkSeconds,
  }));

  test('is stored as expected, and a second time changes nothing', async () => {
    const events = startingAt(translateSample(sample, sample), new Date());
    const post = async () => {
      const answers = [];
      for (const [index, { events: moment }] of toPosts(events).entries()) {
        answers.push(await pbx.post(moment, { webhookId: `${sample}-${index}` }));
      }
      return answers.reduce((sum, answer) => sum + answer.accepted, 0);
    };

    expect(await post()).toBe(events.length);
    expect(await post()).toBe(0);
    expect(await storedCalls(callIdsOf(events))).toEqual(expected);
  });
});

test('a replayed number and line are read like any other', async () => {
  await pbx.post(translateSample('inbound_answered', 'read'));

  expect(
    await db.call.findFirstOrThrow({
      where: { connectionId: world.source.id, pbxCallId: { startsWith: 'read-' } },
      select: { fromE164: true, fromName: true, line: { select: { e164: true } }, operator: { select: { name: true } } },
    }),
  ).toEqual({
    fromE164: '+79161234567',
    fromName: 'Outside',
    line: { e164: '+78001000001' },
    operator: { name: 'Olga Operator' },
  });
});

function storedCalls(callIds: string[]) {
  return db.call.findMany({
    where: { connectionId: world.source.id, pbxCallId: { in: callIds } },
    orderBy: { startedAt: 'asc' },
    select: {
      pbxCallId: true,
      direction: true,
      phase: true,
      cause: true,
      endedBy: true,
      isMissed: true,
      operatorExtension: true,
      waitSeconds: true,
      talkSeconds: true,
    },
  });
}

async function toRequest(request: IncomingMessage): Promise<Request> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  return new Request(`http://localhost${request.url}`, { method: 'POST', headers, body: Buffer.concat(chunks) });
}
