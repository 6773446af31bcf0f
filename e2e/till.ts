import { randomUUID } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { TillMessage } from '../lib/deliveries/till-message.ts';
import { isSigned, sign } from '../lib/pbx/signature.ts';

type Heard = { message: TillMessage; isSignedBy: (secret: string) => boolean };

/** A till as another company would build it: it listens, checks signatures, and answers at the door it was told. */
export async function startTill() {
  const heard: Heard[] = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const headers = new Headers(Object.entries(request.headers).map(([name, value]) => [name, String(value)]));
    const isSignedBy = (secret: string) => isSigned(body, headers, [secret], new Date()) === 'valid';
    heard.push({ message: TillMessage.parse(JSON.parse(body)), isSignedBy });
    response.end('thank you');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/offhook`,
    heard,
    /** Posts acts to Offhook; answers with the status and what was said. */
    say: async (actsUrl: string, secret: string, acts: unknown): Promise<{ status: number; body: unknown }> => {
      const body = JSON.stringify(acts);
      const answer = await fetch(actsUrl, { method: 'POST', body, headers: { ...sign(body, randomUUID(), new Date(), secret) } });
      return { status: answer.status, body: await answer.json() };
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
