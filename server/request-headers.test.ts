import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { CLIENT_ADDRESS_HEADER, NONCE_HEADER, PATH_HEADER } from '../lib/auth/private-headers.ts';
import { prepareRequest, refuseUnreadable } from './request-headers.ts';

const PHONES = ['wss://pbx.example.com:8089'];
let trustedProxies: string[] = [];
afterEach(() => {
  trustedProxies = [];
});

const server = createServer((request, response) => {
  if (refuseUnreadable(request, response)) return;
  prepareRequest(request, response, { isDevelopment: false, phoneAddresses: PHONES, trustedProxies });
  response.end(JSON.stringify(request.headers));
});
let url = '';

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => void server.close());

/** What a page would see of a request, and the policy its answer carries. */
async function ask(path: string, headers: Record<string, string> = {}) {
  const answer = await fetch(url + path, { headers });
  const seen: IncomingHttpHeaders = await answer.json();
  return { seen, policy: answer.headers.get('Content-Security-Policy') ?? '' };
}

test('[R38] a client cannot choose the address that its failures are counted by', async () => {
  const { seen } = await ask('/', { [CLIENT_ADDRESS_HEADER]: '6.6.6.6', 'X-Forwarded-For': '6.6.6.6' });
  expect(seen[CLIENT_ADDRESS_HEADER]).toBe('127.0.0.1');
});

test('[R38] behind a proxy of this house it is whom the proxy heard: one stranger does not stop everybody', async () => {
  trustedProxies = ['127.0.0.1'];
  const { seen } = await ask('/', { 'X-Forwarded-For': '6.6.6.6, 5.5.5.5' });
  expect(seen[CLIENT_ADDRESS_HEADER]).toBe('5.5.5.5');
});

test.each([
  ['/deliveries', '/deliveries'],
  ['/deliveries?day=today&q=a%20b', '/deliveries?day=today&q=a%20b'],
  ['/deliveries?_rsc=1a2b3', '/deliveries'],
  ['/deliveries?day=today&_rsc=1a2b3', '/deliveries?day=today'],
])('a page asked for as %s knows itself as %s', async (path, known) => {
  expect((await ask(path, { [PATH_HEADER]: '/elsewhere' })).seen[PATH_HEADER]).toBe(known);
});

test('an address that cannot be decoded is refused in words, not as an error of ours', async () => {
  const answer = await fetch(`${url}/deliveries/%E0%A4%A`);
  expect([answer.status, await answer.text()]).toEqual([400, 'This address cannot be read.\n']);
  expect((await ask('/deliveries?text=%E0%A4%A')).seen[PATH_HEADER]).toBe('/deliveries?text=%E0%A4%A');
});

test('[R25] scripts run by a nonce that a client cannot choose and no two answers share', async () => {
  const [first, second] = [
    await ask('/', { [NONCE_HEADER]: 'mine', 'Content-Security-Policy': "script-src 'nonce-mine'" }),
    await ask('/'),
  ];

  expect(first.policy).toContain(`'nonce-${first.seen[NONCE_HEADER]}'`);
  expect(first.seen['content-security-policy']).toBe(first.policy);
  expect(first.seen[NONCE_HEADER]).not.toBe('mine');
  expect(first.seen[NONCE_HEADER]).not.toBe(second.seen[NONCE_HEADER]);
  expect(first.policy).toContain("frame-ancestors 'none'");
  expect(first.policy).not.toContain('unsafe-eval');
});

test('a page may connect to us and to the PBXs, nowhere else', async () => {
  expect((await ask('/')).policy).toContain("connect-src 'self' wss://pbx.example.com:8089;");
});
