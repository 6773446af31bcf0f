import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import type { Outside } from './outside.ts';
import { postOutside } from './post-outside.ts';

let server: Server | undefined;
const heard: { path: string; host: string; body: string }[] = [];

afterEach(() => {
  heard.length = 0;
  server?.closeAllConnections();
  server?.close();
});

/** A machine inside the private network: what an attacker wants to reach. */
async function listen(answer: RequestListener = (_, response) => response.end('thanks')): Promise<number> {
  const listening = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    heard.push({ path: request.url ?? '', host: request.headers.host ?? '', body });
    answer(request, response);
  });
  server = listening;
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  return (listening.address() as AddressInfo).port;
}

function outside(overrides: Partial<Outside> = {}): Outside {
  const resolve = async () => [{ address: '127.0.0.1', family: 4 }];
  return { resolve, allowedPrivateHosts: ['till.lan'], timeoutMs: 2_000, ...overrides };
}

const post = (url: string, through = outside()) =>
  postOutside({ url, headers: { 'content-type': 'application/json' }, body: '{}' }, through);

describe('[R39] a message to the outside', () => {
  test('reaches a private host that the deployer named, under its own name', async () => {
    const port = await listen();

    expect(await post(`http://till.lan:${port}/orders`)).toEqual({ status: 200, answer: 'thanks' });
    expect(heard).toEqual([{ path: '/orders', host: `till.lan:${port}`, body: '{}' }]);
  });

  test.each([
    'http://127.0.0.1',
    'http://2130706433',
    'http://0x7f.1',
    'http://[::1]',
    'http://[::ffff:127.0.0.1]',
    'http://localhost',
    'http://evil.example',
  ])('%s is refused before anything is sent', async (url) => {
    const port = await listen();

    expect(await post(`${url}:${port}/`)).toEqual({ error: 'addressRefused', isSent: false });
    expect(heard).toEqual([]);
  });

  test('a metadata address is refused even where its host is named', async () => {
    const allowedPrivateHosts = ['169.254.169.254', 'till.lan'];
    const resolve = async () => [{ address: '169.254.169.254', family: 4 }];

    expect(await post('http://169.254.169.254/latest', outside({ allowedPrivateHosts }))).toEqual({
      error: 'addressRefused',
      isSent: false,
    });
    expect(await post('http://till.lan/latest', outside({ resolve }))).toEqual({ error: 'addressRefused', isSent: false });
  });

  test.each(['ftp://till.lan/', 'file:///etc/passwd', 'http://user:word@till.lan/', 'nonsense'])(
    '%s is no address',
    async (url) => {
      expect(await post(url)).toEqual({ error: 'addressRefused', isSent: false });
    },
  );

  test('a name that leads elsewhere the second time is asked once', async () => {
    const port = await listen();
    let asked = 0;
    const resolve = async () => {
      asked += 1;
      return [{ address: asked === 1 ? '127.0.0.2' : '127.0.0.1', family: 4 }];
    };

    // Nobody listens at the address that was checked: what matters is that the other one hears nothing.
    expect(await post(`http://till.lan:${port}/`, outside({ resolve }))).toEqual({ error: 'unreachable', isSent: false });
    expect(asked).toBe(1);
    expect(heard).toEqual([]);
  });

  test('a redirect to the inside is not followed', async () => {
    const port = await listen((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/secret` }).end());

    expect(await post(`http://till.lan:${port}/orders`)).toEqual({ status: 302, answer: '' });
    expect(heard.map(({ path }) => path)).toEqual(['/orders']);
  });
});

describe('an answer', () => {
  test('that is endless is read for two kilobytes', async () => {
    const port = await listen((_, response) => {
      const more = () => !response.destroyed && response.write('x'.repeat(1_000), more);
      more();
    });

    const outcome = await post(`http://till.lan:${port}/`);
    expect(outcome).toEqual({ status: 200, answer: 'x'.repeat(2_048) });
  });

  test('that never comes is waited for until the time is up; the message may have been heard', async () => {
    const port = await listen(() => undefined);

    expect(await post(`http://till.lan:${port}/`, outside({ timeoutMs: 1_000 }))).toEqual({ error: 'timedOut', isSent: true });
  });

  test('whose end never comes has arrived all the same', async () => {
    const port = await listen((_, response) => void response.write('partly'));

    expect(await post(`http://till.lan:${port}/`, outside({ timeoutMs: 1_000 }))).toEqual({ status: 200, answer: 'partly' });
  });

  test('from nobody says why', async () => {
    const port = await listen();
    server?.close();
    const noSuchHost = Object.assign(new Error('none'), { code: 'ENOTFOUND' });
    const resolve = () => Promise.reject(noSuchHost);

    expect(await post(`http://till.lan:${port}/`)).toEqual({ error: 'unreachable', isSent: false });
    expect(await post('http://nowhere.example/', outside({ resolve }))).toEqual({ error: 'hostUnknown', isSent: false });
  });

  test('from a resolver that never answers is waited for no longer', async () => {
    const resolve = () => new Promise<never>(() => undefined);

    expect(await post('http://till.lan/', outside({ resolve, timeoutMs: 50 }))).toEqual({ error: 'timedOut', isSent: false });
  });
});
