import { createServer as createHttpServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { log } from '../lib/log.ts';
import { attachSockets } from '../lib/realtime/publish.ts';
import type { BuildDoor } from './build-door.ts';
import { type LeaseDependencies, watchLeases } from './call-back-leases.ts';
import { answerPbx, type Receive } from './pbx-door.ts';
import type { PhoneAddresses } from './phone-addresses.ts';
import { answerRead, type Reads } from './read-door.ts';
import { prepareRequest, refuseUnreadable } from './request-headers.ts';
import { type RevocationDependencies, watchRevocation } from './revocation.ts';
import { createSocketServer, type SocketDependencies } from './socket.ts';

export type ServerDependencies = {
  /** Answers pages and routes: Next. */
  handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Answers what the pages were built with. */
  answerBuild: BuildDoor;
  /** Takes what a PBX posts. */
  receive: Receive;
  /** What is asked in front of the pages. */
  reads: Reads;
  sockets: SocketDependencies;
  revocation: RevocationDependencies;
  /** Who calls whom back. */
  leases: LeaseDependencies;
  /** Where the phones in the pages register. */
  phoneAddresses: PhoneAddresses;
  /** Whose word for the address of a client counts. */
  trustedProxies: readonly string[];
  isDevelopment: boolean;
};

export type OffhookHttpServer = {
  /** Starts to listen; port 0 takes a free one. Returns the port. */
  listen: (port: number, host: string) => Promise<number>;
  /** Takes no more requests, lets the running ones end, and tells the sockets to come back later (R18). */
  close: () => Promise<void>;
};

/** How long running requests may take to end. A developer's browser holds Next's own socket open, which never ends. */
const DRAIN_MS = { development: 300, production: 5_000 };

/** Fifty megabytes (S2.35b) over a narrow line: at 350 kbit/s they take this long. Heads keep Node's own, far shorter limit. */
const UPLOAD_MS = 20 * 60 * 1000;

/** One port for pages, routes and sockets. Everything it reaches outside itself is passed in. */
export function createServer({
  handle,
  answerBuild,
  receive,
  reads,
  sockets,
  revocation,
  leases,
  phoneAddresses,
  trustedProxies,
  isDevelopment,
}: ServerDependencies): OffhookHttpServer {
  const http = createHttpServer({ requestTimeout: UPLOAD_MS }, async (request, response) => {
    try {
      if (await answerPbx(request, response, receive)) return;
      if (await answerRead(request, response, reads)) return;
      if (await answerBuild(request, response)) return;
      if (refuseUnreadable(request, response)) return;
      prepareRequest(request, response, { isDevelopment, phoneAddresses: await phoneAddresses(), trustedProxies });
      await handle(request, response);
    } catch (error) {
      log.error({ err: error, method: request.method }, 'A request could not be answered.');
      if (!response.headersSent) response.writeHead(500);
      response.end();
    }
  });
  const io = createSocketServer(http, sockets);
  const watches = [watchRevocation(io, revocation), watchLeases(io, leases)];
  attachSockets(io);

  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        http.once('error', reject);
        http.listen(port, host, () => {
          http.off('error', reject);
          resolve((http.address() as AddressInfo).port);
        });
      }),

    close: async () => {
      for (const watch of watches) watch.stop();
      attachSockets(undefined);
      const closed = io.close();
      http.closeIdleConnections();
      await Promise.race([closed, wait(isDevelopment ? DRAIN_MS.development : DRAIN_MS.production, undefined, { ref: false })]);
      http.closeAllConnections();
    },
  };
}
