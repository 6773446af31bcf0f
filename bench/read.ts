import { Agent, request } from 'node:http';

const agent = new Agent({ keepAlive: true, maxSockets: 1 });

/** One at a time, on a connection that is kept. */
export function get(url: URL, cookie: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { agent, headers: { cookie } }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.once('end', () =>
        response.statusCode === 200
          ? resolve(Buffer.concat(chunks).toString())
          : reject(new Error(`${url.href} answered ${response.statusCode}`)),
      );
    });
    sent.once('error', reject);
    sent.end();
  });
}

export function endReads(): void {
  agent.destroy();
}
