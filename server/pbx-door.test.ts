import { createServer, request as httpRequest, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { readAtMost } from '../lib/intake/read-body.ts';
import { answerPbx, type Receive } from './pbx-door.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).map((server) => server.close()));

async function listen(receive: Receive): Promise<string> {
  const server = createServer(async (request, response) => {
    if (!(await answerPbx(request, response, receive))) response.writeHead(418).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const echo: Receive = async (source, post) => {
  const bytes = await readAtMost(post, 10);
  if (!bytes) return { status: 413, body: { error: 'too large' } };
  return { status: 202, body: { accepted: bytes.length, duplicate: 0 }, ...(source === 'busy' && { retryAfterSeconds: 7 }) };
};

const post = (url: string, body: string) => fetch(url, { method: 'POST', body });

test('a post reaches its source with its bytes, and the answer its PBX', async () => {
  const base = await listen(echo);
  const answer = await post(`${base}/api/pbx/busy/events`, 'żółw');
  expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toEqual([
    202,
    '7',
    { accepted: 7, duplicate: 0 },
  ]);
});

test('what is not the webhook is left to the pages', async () => {
  const base = await listen(echo);
  for (const path of ['/', '/api/pbx/practice/route', '/api/pbx/events', '/api/pbx/a/events/b']) {
    expect((await post(base + path, '')).status).toBe(418);
  }
});

test('events are posted: any other method is 405', async () => {
  const base = await listen(echo);
  expect((await fetch(`${base}/api/pbx/practice/events`)).status).toBe(405);
});

test('[R27] a body that grows over the limit is 413 while it is still being sent', async () => {
  const base = await listen(echo);
  const status = await new Promise((resolve, reject) => {
    const sending = httpRequest(`${base}/api/pbx/practice/events`, { method: 'POST' }, (answer) => resolve(answer.statusCode));
    sending.on('error', reject);
    sending.write('more than ten bytes');
  });
  expect(status).toBe(413);
});

test('a slug that cannot be decoded is nobody', async () => {
  const sources: string[] = [];
  const base = await listen(async (source) => {
    sources.push(source);
    return { status: 401, body: { error: 'no' } };
  });
  expect((await post(`${base}/api/pbx/%zz/events`, '')).status).toBe(401);
  expect(sources).toEqual(['']);
});
