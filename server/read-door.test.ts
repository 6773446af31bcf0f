import { createServer, type Server } from 'node:http';
import { afterEach, expect, test } from 'vitest';
import { doneWith, refused } from '../lib/action-result.ts';
import { answerRead, type Read } from './read-door.ts';

const servers: Server[] = [];
afterEach(() => servers.splice(0).map((server) => server.close()));

async function listen(search: Read): Promise<string> {
  const server = createServer(async (request, response) => {
    if (!(await answerRead(request, response, { '/api/search': search }))) response.writeHead(418).end();
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  return `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

const echo: Read = async (cookies, asked) => (cookies ? doneWith({ cookies, ...asked }) : refused('signedOut'));

test('what is asked reaches the search with the cookies, and the answer is kept nowhere', async () => {
  const base = await listen(echo);
  const answer = await fetch(`${base}/api/search?text=za%C5%BC%C3%B3%C5%82%C4%87+5`, { headers: { cookie: 'a=b' } });

  expect([answer.status, answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual([
    200,
    'no-store',
    'nosniff',
  ]);
  expect(await answer.json()).toEqual({ ok: true, data: { cookies: 'a=b', text: 'zażółć 5' } });
});

test('[R34] nobody is 401', async () => {
  expect((await fetch(`${await listen(echo)}/api/search?text=a`)).status).toBe(401);
});

test('[R37] it is only asked: any other method is 405', async () => {
  expect((await fetch(`${await listen(echo)}/api/search`, { method: 'POST' })).status).toBe(405);
});

test('what is not the search is left to the pages', async () => {
  const base = await listen(echo);
  for (const path of ['/', '/api/searches', '/api/search/x', '/customers?text=/api/search']) {
    expect((await fetch(base + path)).status).toBe(418);
  }
});

test('[R27] an address whose escapes cannot be read is asked as it can', async () => {
  const base = await listen(echo);
  expect((await fetch(`${base}/api/search?text=%E0%A4%A`, { headers: { cookie: 'a=b' } })).status).toBe(200);
});
