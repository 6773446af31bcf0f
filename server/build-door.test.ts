import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { compressFiles } from '../scripts/building/compress-files.ts';
import { openBuildDoor } from './build-door.ts';

const SCRIPT = 'globalThis.offhook = "zażółć";\n'.repeat(200);
const FONT = Buffer.from([0x77, 0x4f, 0x46, 0x32]);

let home = '';
let port = 0;
let server: Server;

beforeAll(async () => {
  home = mkdtempSync(join(tmpdir(), 'offhook-build-'));
  const folder = join(home, 'static');
  mkdirSync(folder);
  writeFileSync(join(home, 'secret.js'), SCRIPT);
  writeFileSync(join(folder, 'page.js'), SCRIPT);
  writeFileSync(join(folder, 'inter.woff2'), FONT);
  writeFileSync(join(folder, 'late.js'), SCRIPT);
  await compressFiles(folder);
  rmSync(join(folder, 'late.js.br'));

  const answerBuild = openBuildDoor(folder);
  server = createServer(async (asked, response) => {
    if (!(await answerBuild(asked, response))) response.writeHead(418, { 'x-asked': asked.url }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = (server.address() as AddressInfo).port;
});
afterAll(() => {
  server.close();
  rmSync(home, { recursive: true });
});

type Asked = { encoding?: string; method?: string; headers?: Record<string, string> };

// Not fetch, which takes apart what was compressed, and a path, before anybody sees it.
async function ask(path: string, { encoding = '', method = 'GET', headers = {} }: Asked = {}) {
  return new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }>((resolve, reject) => {
    const options = { host: '127.0.0.1', port, path, method, headers: { 'accept-encoding': encoding, ...headers } };
    request(options, async (answer) => {
      resolve({ status: answer.statusCode, headers: answer.headers, body: await buffer(answer) });
    })
      .on('error', reject)
      .end();
  });
}

test.each([
  ['gzip, deflate, br, zstd', 'br', brotliDecompressSync],
  ['gzip, deflate', 'gzip', gunzipSync],
])('to whoever takes %s goes %s, as it was compressed at the build', async (encoding, name, unpack) => {
  const { status, headers, body } = await ask('/_next/static/page.js', { encoding });

  expect([status, headers['content-encoding'], headers['content-type']]).toEqual([200, name, 'text/javascript; charset=utf-8']);
  expect(body.length).toBeLessThan(SCRIPT.length / 4);
  expect(unpack(body).toString()).toBe(SCRIPT);
});

test.each(['', 'identity', 'br;q=0, gzip;q=0'])('to whoever takes "%s" goes the plain file', async (encoding) => {
  const { headers, body } = await ask('/_next/static/page.js', { encoding });

  expect(headers['content-encoding']).toBeUndefined();
  expect(body.toString()).toBe(SCRIPT);
});

test('what is kept for ever says so, and by what it differs', async () => {
  const { headers } = await ask('/_next/static/page.js', { encoding: 'br' });
  expect([headers['cache-control'], headers.vary, headers['x-content-type-options']]).toEqual([
    'public, max-age=31536000, immutable',
    'Accept-Encoding',
    'nosniff',
  ]);
});

test('a font, compressed by itself, goes as it is', async () => {
  const { headers, body } = await ask('/_next/static/inter.woff2', { encoding: 'br, gzip' });

  expect([headers['content-type'], headers['content-encoding']]).toEqual(['font/woff2', undefined]);
  expect(body).toEqual(FONT);
});

test('the head alone is answered as well', async () => {
  const { status, headers, body } = await ask('/_next/static/page.js', { method: 'HEAD', encoding: 'br' });
  expect([status, headers['content-encoding'], body.length]).toEqual([200, 'br', 0]);
});

test.each([
  '/',
  '/_next/static',
  '/_next/static/',
  '/_next/static/gone.js',
  '/_next/staticky/page.js',
  '/customers?of=/_next/static/page.js',
])('what is no file of the build is left to the pages, as it was asked: %s', async (path) => {
  const { status, headers } = await ask(path, { encoding: 'br' });
  expect([status, headers['x-asked'], headers['content-encoding']]).toEqual([418, path, undefined]);
});

test.each([
  '/_next/static/../secret.js',
  '/_next/static/%2e%2e/secret.js',
  '/_next/static/%2e%2e%2fsecret.js',
  '/_next/static/%00.js',
])('nothing beside the folder is given away: %s', async (path) => {
  expect((await ask(path)).status).toBe(418);
});

test('what a browser has already is not sent again', async () => {
  const { headers } = await ask('/_next/static/page.js', { encoding: 'br' });
  const again = await ask('/_next/static/page.js', { encoding: 'br', headers: { 'if-none-match': String(headers.etag) } });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('who asks for a part gets the whole, which says how it is compressed', async () => {
  const { status, headers, body } = await ask('/_next/static/page.js', { encoding: 'br', headers: { range: 'bytes=2000-2099' } });
  expect([status, headers['content-encoding'], brotliDecompressSync(body).toString()]).toEqual([200, 'br', SCRIPT]);
});

test('what cannot be sent is left to the pages without a word of what it would have been', async () => {
  const { status, headers } = await ask('/_next/static/page.js', { encoding: 'br', headers: { 'if-match': '"another"' } });
  expect(status).toBe(418);
  for (const header of ['content-encoding', 'content-type', 'etag', 'cache-control', 'vary'])
    expect(headers[header]).toBeUndefined();
});

test('a copy that was not made leaves the answer to the pages', async () => {
  expect((await ask('/_next/static/late.js', { encoding: 'br' })).status).toBe(418);
});

test('nothing is written at an address of the build', async () => {
  expect((await ask('/_next/static/page.js', { method: 'POST' })).status).toBe(418);
});
