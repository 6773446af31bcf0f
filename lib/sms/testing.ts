import { createServer, type IncomingHttpHeaders, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postOutside } from '../outgoing/post-outside.ts';
import type { SmsAccess, SmsPost } from './types.ts';

const TIMEOUT_MS = 300;

export type HeardPost = { path: string; headers: IncomingHttpHeaders; body: string };
/** What a provider answers to its so many-th post; `silence` never answers, `hangUp` breaks off once it has heard all. */
export type Answering = (heard: HeardPost, count: number) => { status: number; body: unknown } | 'silence' | 'hangUp';

/** A provider of SMS that listens on this machine. */
export async function startProvider(answering: Answering) {
  const heard: HeardPost[] = [];
  const listener: RequestListener = async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const post = { path: request.url ?? '', headers: request.headers, body };
    heard.push(post);
    const answer = answering(post, heard.length);
    if (answer === 'silence') return;
    if (answer === 'hangUp') return request.socket.destroy();
    response.writeHead(answer.status, { 'content-type': 'application/json' });
    response.end(typeof answer.body === 'string' ? answer.body : JSON.stringify(answer.body));
  };
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    heard,
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}

/** Reaches this machine, and waits no longer than a test may. */
export const postNear: SmsPost = (message) =>
  postOutside(message, {
    resolve: async () => [{ address: '127.0.0.1', family: 4 }],
    allowedPrivateHosts: ['127.0.0.1'],
    timeoutMs: TIMEOUT_MS,
  });

export function buildAccess(overrides: Partial<SmsAccess> = {}): SmsAccess {
  return {
    provider: 'http',
    sender: '+48221000009',
    accountSid: `AC${'0'.repeat(32)}`,
    url: '',
    body: '{"to":"{to}","text":"{text}","reference":"{id}"}',
    secretHeader: 'Authorization',
    idPath: 'id',
    dropsRepeats: false,
    secret: 'a token',
    reportSecret: 'a key of the reports',
    ...overrides,
  };
}
