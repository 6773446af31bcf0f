import { createServer, type IncomingMessage } from 'node:http';
import { foldCall } from '../../lib/calls/fold.ts';
import type { CallFold, StoredEvent } from '../../lib/calls/types.ts';
import { DEMO_WEBHOOK_SECRET } from '../../lib/demo-credentials.ts';
import { PbxEvent } from '../../lib/pbx/envelope.ts';
import { isSigned } from '../../lib/pbx/signature.ts';

export type Post = { path: string; webhookId: string; timestamp: string; events: PbxEvent[] };
type Refusal = { status: number; body?: object; headers?: Record<string, string> };

export type FakeOffhook = {
  url: string;
  /** What was accepted, in order. */
  posts: Post[];
  /** The next posts are answered with these instead of 202. */
  refuseNext(...refusals: Refusal[]): void;
  /** The calls that the accepted events make, by their ids. */
  calls(): Map<string, CallFold>;
  close(): Promise<void>;
};

/** The webhook as events.md has it, without what stands behind it: signature, schema, 202. */
export async function startFakeOffhook(): Promise<FakeOffhook> {
  const posts: Post[] = [];
  const refusals: Refusal[] = [];

  async function answer(request: IncomingMessage): Promise<Refusal> {
    const body = await readBody(request);
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    if (isSigned(body, headers, [DEMO_WEBHOOK_SECRET], new Date()) !== 'valid')
      return { status: 401, body: { error: 'Not signed.' } };

    const refusal = refusals.shift();
    if (refusal) return refusal;

    const events = [JSON.parse(body)].flat().map((event) => PbxEvent.parse(event));
    const [webhookId = '', timestamp = ''] = [headers.get('webhook-id') ?? '', headers.get('webhook-timestamp') ?? ''];
    posts.push({ path: request.url ?? '', webhookId, timestamp, events });
    return { status: 202, body: { accepted: events.length, duplicate: 0 } };
  }

  const server = createServer(async (request, response) => {
    const { status, body, headers } = await answer(request);
    response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(body ?? {}));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('The fake server has no port.');

  return {
    url: `http://127.0.0.1:${address.port}`,
    posts,
    refuseNext: (...next) => void refusals.push(...next),
    calls: () => foldPosts(posts),
    close: () =>
      new Promise((closed) => {
        server.close(() => closed());
        server.closeAllConnections();
      }),
  };
}

function foldPosts(posts: Post[]): Map<string, CallFold> {
  const calls = new Map<string, StoredEvent[]>();
  for (const { webhookId, events } of posts) {
    for (const [index, event] of events.entries()) {
      if (!('call' in event)) continue;
      calls.set(event.call.callId, [...(calls.get(event.call.callId) ?? []), { event, webhookId, index }]);
    }
  }
  return new Map([...calls].map(([callId, events]) => [callId, foldCall(events)]));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}
