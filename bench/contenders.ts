import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { io, type Socket } from 'socket.io-client';
import { DEMO_WEBHOOK_SECRET } from '../lib/demo-credentials.ts';
import { buildIfStale } from '../scripts/building/build.ts';
import { Failure } from '../scripts/failure.ts';
import { freePort, isListening } from '../scripts/ports.ts';
import { BENCH_SECRET, type World, withClient } from './world.ts';

const STARTS_WITHIN_MS = 60_000;
const POLL_MS = 50;
const OLGA = 'olga@offhook.test';

/** A server under measurement: where to post, the socket of the operator whose phone rings, and where to search as whom. */
export type Contender = {
  name: 'floor' | 'ours';
  postUrl: URL;
  socket: Socket;
  searchUrl: URL;
  missedCallsUrl: URL;
  cookie: string;
  stop: () => void;
};

export async function startFloor(world: World, email = OLGA): Promise<Contender> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const command = ['--import', 'tsx', 'bench/floor/server.ts'];
  const server = start(command, {
    DATABASE_URL: world.url,
    WEBHOOK_SECRET: DEMO_WEBHOOK_SECRET,
    OFFHOOK_SECRET: BENCH_SECRET,
    PORT: String(port),
  });

  return orStop(server, async () => {
    await listening(port, server);
    return {
      name: 'floor',
      postUrl: new URL(`${url}/events`),
      socket: await connect(url, {}),
      searchUrl: new URL(`${url}/search`),
      missedCallsUrl: new URL(`${url}/missed-calls`),
      cookie: await cookieOf(world, email),
      stop: () => void server.kill(),
    };
  });
}

/** The product as `npm run demo` serves it, with somebody's browser signed in. */
export async function startOurs(world: World, email = OLGA): Promise<Contender> {
  await buildIfStale();
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const server = start(['dist/server.js'], {
    DATABASE_URL: world.url,
    OFFHOOK_SECRET: BENCH_SECRET,
    OFFHOOK_DEMO: '1',
    NODE_ENV: 'production',
    LOG_LEVEL: 'warn',
    HOST: '127.0.0.1',
    PUBLIC_URL: url,
    PORT: String(port),
  });

  return orStop(server, async () => {
    await listening(port, server);
    await healthy(url);
    const cookie = await cookieOf(world, email);
    const socket = await connect(url, { Cookie: cookie, Origin: url });
    return {
      name: 'ours',
      postUrl: new URL(`${url}/api/pbx/practice/events`),
      socket,
      searchUrl: new URL(`${url}/api/search`),
      missedCallsUrl: new URL(`${url}/api/missed-calls`),
      cookie,
      stop: () => void server.kill(),
    };
  });
}

/** A server that cannot take part is not left running: it would keep this process alive. */
async function orStop<Result>(server: ChildProcess, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    server.kill();
    throw error;
  }
}

async function connect(url: string, extraHeaders: Record<string, string>): Promise<Socket> {
  const socket = io(url, { transports: ['websocket'], extraHeaders, reconnection: false });
  await new Promise<void>((resolve, reject) => {
    socket.once('connect', resolve);
    socket.once('connect_error', reject);
  });
  return socket;
}

function start(command: string[], environment: Record<string, string>): ChildProcess {
  const server = spawn(process.execPath, command, {
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  process.once('exit', () => server.kill());
  return server;
}

async function listening(port: number, server: ChildProcess): Promise<void> {
  const gone = once(server, 'exit').then(() => {
    throw new Failure('A server under measurement ended before it listened; what it said is above.');
  });
  await Promise.race([gone, until(() => isListening(port))]);
  gone.catch(() => undefined);
}

function healthy(url: string): Promise<void> {
  return until(async () => (await fetch(`${url}/api/health`).catch(() => null))?.status === 200);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  const deadline = Date.now() + STARTS_WITHIN_MS;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Failure(`A server under measurement was not ready within ${STARTS_WITHIN_MS / 1000} s.`);
    await pause(POLL_MS);
  }
}

/** Signs a user in by a session row of their own, as the sign-in page would. */
async function cookieOf(world: World, email: string): Promise<string> {
  const sessionId = randomUUID();
  await withClient(world.url, (client) =>
    client.query(
      `insert into "Session" (id, "userId", "expiresAt") select $1, id, now() + interval '1 hour' from "User" where email = $2`,
      [sessionId, email],
    ),
  );
  // lib/env.ts reads the environment when it is first imported, so that has to wait until the key is in it.
  process.env.OFFHOOK_SECRET = BENCH_SECRET;
  const { sealSessionId, SESSION_COOKIE } = await import('../lib/auth/session-token.ts');
  return `${SESSION_COOKIE.name}=${await sealSessionId(sessionId)}`;
}
