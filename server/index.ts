import type { IncomingMessage, ServerResponse } from 'node:http';
import next from 'next';
import { isAllowedOrigin } from '../lib/auth/allowed-origin.ts';
import { may } from '../lib/auth/roles.ts';
import { sessionFromCookies } from '../lib/auth/session-lookup.ts';
import { liveSessions, touchSessions } from '../lib/auth/session-queries.ts';
import { endNow } from '../lib/auth/sessions.ts';
import { renewLeases } from '../lib/call-backs/lease.ts';
import { letGoOf } from '../lib/call-backs/let-go.ts';
import { now } from '../lib/clock.ts';
import { findDemoTraces, whyNotStart } from '../lib/demo-guard.ts';
import { deskSnapshot } from '../lib/desk/snapshot.ts';
import { env, settlePort } from '../lib/env.ts';
import { receive } from '../lib/intake/receive.ts';
import { log } from '../lib/log.ts';
import { answerMissedCalls } from '../lib/missed-calls/answer-list.ts';
import { listPhoneAddresses } from '../lib/pbx/phone-address-queries.ts';
import { answerSearch } from '../lib/search/answer.ts';
import { heardLineIds } from '../lib/users/queries.ts';
import { startAsteriskBridge } from './asterisk-bridge.ts';
import { openBuildDoor } from './build-door.ts';
import { createServer } from './create-server.ts';
import { startJobs } from './jobs.ts';
import { rememberPhoneAddresses } from './phone-addresses.ts';
import { stopOnSignal } from './signals.ts';

const isDevelopment = !env.isProduction;

let publicUrl = env.publicUrl;
let handle = async (_: IncomingMessage, response: ServerResponse): Promise<void> => {
  response.writeHead(503, { 'Retry-After': '1' }).end();
};

async function start(): Promise<void> {
  const obstacle = whyNotStart(env, await findDemoTraces());
  if (obstacle) throw new Error(obstacle);

  const server = createServer({
    handle: (request, response) => handle(request, response),
    // A developer's pages are built when they are asked for.
    answerBuild: isDevelopment ? async () => false : openBuildDoor('.next/static'),
    receive: (source, post) => receive(source, post, now()),
    reads: { '/api/search': answerSearch, '/api/missed-calls': answerMissedCalls },
    sockets: {
      authenticate: sessionFromCookies,
      lineIdsOf: (user) => heardLineIds(user.id, may(user, 'call:see-all-lines')),
      snapshot: ({ userId }) => deskSnapshot(userId, now()),
      isAllowedOrigin: (origin) => isAllowedOrigin(origin, publicUrl, env.isDemo || isDevelopment),
      sharesUpgrades: isDevelopment,
    },
    revocation: { liveSessions, touchSessions, end: (sessionId) => endNow([sessionId]), now },
    leases: { renew: (userIds) => renewLeases(userIds, now()), release: letGoOf },
    phoneAddresses: rememberPhoneAddresses(listPhoneAddresses, now),
    trustedProxies: env.trustedProxies,
    isDevelopment,
  });

  // The port is taken before Next is prepared: with PORT=0 its pages have to know the real one.
  const port = await server.listen(env.port, env.host);
  publicUrl = settlePort(port);

  const app = next({ dev: isDevelopment, hostname: env.host, port });
  await app.prepare();
  const jobs = await startJobs();
  const bridge = startAsteriskBridge({ now, random: Math.random });
  handle = app.getRequestHandler();

  stopOnSignal(async () => {
    await server.close();
    await bridge.stop();
    await jobs.stop();
    await app.close();
  });
  log.info({ publicUrl }, `Offhook listens on ${publicUrl}`);
}

try {
  await start();
} catch (error) {
  // For the person who started it, whatever LOG_LEVEL says.
  process.stderr.write(`Offhook cannot start. ${error instanceof Error ? error.message : String(error)}\n`);
  log.debug({ err: error }, 'Offhook could not start.');
  process.exit(1);
}
