import { isDeepStrictEqual } from 'node:util';
import { io, type Socket } from 'socket.io-client';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { isAllowedOrigin } from '../lib/auth/allowed-origin.ts';
import { sessionFromCookies } from '../lib/auth/session-lookup.ts';
import { liveSessions, touchSessions } from '../lib/auth/session-queries.ts';
import { SESSION_COOKIE, sealSessionId } from '../lib/auth/session-token.ts';
import { disableUser, endNow, revokeSession, startSession } from '../lib/auth/sessions.ts';
import { db } from '../lib/db/client.ts';
import type { ClientToServer, DeliveryPresence, DeskSnapshot, ServerToClient } from '../lib/realtime/events.ts';
import { hasSockets, publish } from '../lib/realtime/publish.ts';
import { heardLineIds } from '../lib/users/queries.ts';
import { createConnection, createLine } from '../prisma/factories/pbx.ts';
import { createUser } from '../prisma/factories/people.ts';
import { createServer } from './create-server.ts';

type Browser = Socket<ServerToClient, ClientToServer>;

const CLIENT = { address: '203.0.113.7', userAgent: 'Offhook tests' };
const SNAPSHOT: DeskSnapshot = { now: '2026-11-22T12:00:00.000Z', phone: { kind: 'none' }, calls: [], cardFacts: [] };

const asked: string[] = [];
const renewed: string[][] = [];
const released: string[] = [];
const open: Browser[] = [];
let url = '';

const server = createServer({
  answerBuild: async () => false,
  reads: {},
  receive: async () => ({ status: 401, body: { error: '' } }),
  handle: async (_, response) => void response.end(),
  sockets: {
    authenticate: sessionFromCookies,
    lineIdsOf: (user) => heardLineIds(user.id, user.role === 'supervisor'),
    snapshot: async ({ userId }) => {
      asked.push(userId);
      return SNAPSHOT;
    },
    isAllowedOrigin: (origin) => isAllowedOrigin(origin, url, false),
    sharesUpgrades: false,
  },
  revocation: { liveSessions, touchSessions, end: (id) => endNow([id]), now: () => new Date(), intervalMs: 100 },
  leases: {
    renew: async (userIds) => void renewed.push(userIds),
    release: async (userId) => void released.push(userId),
    renewEveryMs: 50,
    graceMs: 50,
  },
  phoneAddresses: async () => [],
  trustedProxies: [],
  isDevelopment: false,
});

beforeAll(async () => {
  url = `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
});
afterEach(() => {
  for (const browser of open.splice(0)) browser.disconnect();
});
afterAll(() => server.close());

function browser(headers: Record<string, string>, origin = url): Browser {
  const socket: Browser = io(url, {
    transports: ['websocket'],
    reconnection: false,
    extraHeaders: { Origin: origin, ...headers },
  });
  open.push(socket);
  return socket;
}

/** `connected`, or why not. */
function outcome(socket: Browser): Promise<string> {
  return new Promise((resolve) => {
    socket.on('connect', () => resolve('connected'));
    socket.on('connect_error', (error) => resolve(error.message));
  });
}

async function signedIn(role: 'operator' | 'supervisor' | 'venue' = 'operator', name?: string) {
  const user = await createUser(db, { role, ...(name && { name }) });
  const sessionId = await startSession(user.id, CLIENT);
  return { user, sessionId, cookie: `${SESSION_COOKIE.name}=${await sealSessionId(sessionId)}` };
}

async function connected(cookie: string): Promise<Browser> {
  const socket = browser({ Cookie: cookie });
  expect(await outcome(socket)).toBe('connected');
  return socket;
}

/** Resolves with the reason when the socket has closed. */
function closed(socket: Browser): Promise<string> {
  return new Promise((resolve) => socket.on('disconnect', resolve));
}

describe('the handshake', () => {
  test('a signed-in browser gets in', async () => {
    await connected((await signedIn()).cookie);
  });

  test.each([
    ['no cookie', {}],
    ['a forged cookie', { Cookie: `${SESSION_COOKIE.name}=eyJhbGciOiJkaXIiLCJlbmMiOiJBMjU2R0NNIn0..forged.forged.forged` }],
    ['a session that never was', { Cookie: `${SESSION_COOKIE.name}=0199b1d0-0000-7000-8000-000000000000` }],
  ])('with %s it is refused', async (_, headers) => {
    expect(await outcome(browser(headers))).toBe('unauthorized');
  });

  test('[R36] with a revoked session it is refused', async () => {
    const { cookie, sessionId } = await signedIn();
    await revokeSession(sessionId);
    expect(await outcome(browser({ Cookie: cookie }))).toBe('unauthorized');
  });

  test('[R37] from another site it is refused, the cookie notwithstanding', async () => {
    const { cookie } = await signedIn();
    expect(await outcome(browser({ Cookie: cookie }, 'https://evil.example'))).toBe('websocket error');
  });

  test('[R37] without an Origin it is refused', async () => {
    const { cookie } = await signedIn();
    expect(await outcome(browser({ Cookie: cookie }, ''))).toBe('websocket error');
  });
});

describe('a connected browser', () => {
  test('is answered a snapshot as the user of its session', async () => {
    const { user, cookie } = await signedIn();
    const socket = await connected(cookie);

    expect(await socket.timeout(2_000).emitWithAck('desk:snapshot')).toEqual(SNAPSHOT);
    expect(asked.at(-1)).toBe(user.id);
  });

  test('that sends rubbish gets nothing, and the server goes on', async () => {
    const socket = await connected((await signedIn()).cookie);
    for (const rubbish of [['desk:snapshot'], ['desk:snapshot', { userId: 'somebody else' }], ['join', 'supervisors']]) {
      Reflect.apply(socket.emit, socket, rubbish);
    }

    expect(await socket.timeout(2_000).emitWithAck('desk:snapshot')).toEqual(SNAPSHOT);
  });

  test('hears what its own rooms are told, once, and nothing of others', async () => {
    const olga = await signedIn();
    const oskar = await signedIn();
    const connection = await createConnection(db);
    const line = await createLine(db, { connectionId: connection.id, operatorIds: [olga.user.id] });
    const [hers, his] = [await connected(olga.cookie), await connected(oskar.cookie)];
    const heard: string[] = [];
    hers.on('delivery:changed', ({ deliveryId }) => heard.push(`olga ${deliveryId}`));
    his.on('delivery:changed', ({ deliveryId }) => heard.push(`oskar ${deliveryId}`));

    const last = Promise.all([hers, his].map((socket) => new Promise((resolve) => socket.on('phone:changed', resolve))));
    publish([`line:${line.id}`, `user:${olga.user.id}`], 'delivery:changed', { deliveryId: 'd1', version: 1, byId: null });
    publish('supervisors', 'delivery:changed', { deliveryId: 'd2', version: 1, byId: null });
    publish('deliveries', 'phone:changed', { kind: 'none' });
    await last;

    expect(heard).toEqual(['olga d1']);
  });
});

describe('whoever calls a missed caller back', () => {
  test('holds them while their desk is open', async () => {
    const { user, cookie } = await signedIn();
    await connected(cookie);
    await expect.poll(() => renewed.at(-1)).toContain(user.id);
    expect(released).not.toContain(user.id);
  });

  test('lets go once the last tab is closed, not while another is open', async () => {
    const { user, cookie } = await signedIn();
    const [one, other] = [await connected(cookie), await connected(cookie)];
    const leaver = await signedIn();
    one.disconnect();
    (await connected(leaver.cookie)).disconnect();
    // Whoever left later is let go of: the time for the first has passed too.
    await expect.poll(() => released).toContain(leaver.user.id);
    expect(released).not.toContain(user.id);
    other.disconnect();
    await expect.poll(() => released).toContain(user.id);
  });
});

/** What a browser is told of who has a delivery open, once it is as expected. */
function hearing(socket: Browser, deliveryId: string, people: Partial<DeliveryPresence>[]): Promise<void> {
  return new Promise((resolve) => {
    socket.on('delivery:presence', (heard) => {
      const isIt = heard.deliveryId === deliveryId && heard.people.length === people.length;
      if (
        isIt &&
        people.every((person, position) => isDeepStrictEqual({ ...heard.people[position], ...person }, heard.people[position]))
      )
        resolve();
    });
  });
}

describe('who has a delivery open', () => {
  const deliveryId = '0199b1d0-0000-7000-8000-000000000001';

  test('is told to everybody who has it open, with where they are, until they leave', async () => {
    const [olga, oskar] = [await signedIn('operator', 'Olga Testowa'), await signedIn('operator', 'Oskar Testowy')];
    const [hers, his] = [await connected(olga.cookie), await connected(oskar.cookie)];

    const both = hearing(hers, deliveryId, [
      { name: 'Olga Testowa', part: 'order' },
      { userId: oskar.user.id, part: 'address' },
    ]);
    hers.emit('delivery:open', { deliveryId, part: 'order' });
    his.emit('delivery:open', { deliveryId, part: 'address' });
    await both;

    const alone = hearing(hers, deliveryId, [{ name: 'Olga Testowa' }]);
    his.disconnect();
    await alone;
  });

  test('counts two tabs of one person once', async () => {
    const { cookie } = await signedIn('operator', 'Olga Testowa');
    const [one, other] = [await connected(cookie), await connected(cookie)];
    const moved = hearing(one, deliveryId, [{ name: 'Olga Testowa', part: 'checkout' }]);
    one.emit('delivery:open', { deliveryId, part: 'order' });
    other.emit('delivery:open', { deliveryId, part: 'checkout' });
    await moved;
  });

  test('is nothing to a venue, nor to rubbish', async () => {
    const [olga, venue] = [await signedIn('operator', 'Olga Testowa'), await signedIn('venue')];
    const [hers, theirs] = [await connected(olga.cookie), await connected(venue.cookie)];
    const heard: unknown[] = [];
    theirs.on('delivery:presence', (presence) => heard.push(presence));
    theirs.emit('delivery:open', { deliveryId, part: null });
    for (const rubbish of [{ deliveryId: 'none', part: null }, { deliveryId, part: 'kitchen' }, null]) {
      Reflect.apply(hers.emit, hers, ['delivery:open', rubbish]);
    }

    const onlyOlga = hearing(hers, deliveryId, [{ name: 'Olga Testowa', part: null }]);
    hers.emit('delivery:open', { deliveryId, part: null });
    await onlyOlga;
    expect(heard).toEqual([]);
  });
});

describe('[R36] the socket is closed', () => {
  test('when its session is revoked, having been told so', async () => {
    const { cookie, sessionId } = await signedIn();
    const socket = await connected(cookie);
    const told = new Promise<void>((resolve) => socket.on('session:ended', resolve));

    const end = closed(socket);
    await revokeSession(sessionId);
    await told;
    expect(await end).toBe('io server disconnect');
  });

  test('when its user is disabled', async () => {
    const { user, cookie } = await signedIn();
    const end = closed(await connected(cookie));
    await disableUser(user.id);
    expect(await end).toBe('io server disconnect');
  });

  test('when another process revoked the session, or it expired', async () => {
    const [revoked, expired] = [await signedIn(), await signedIn()];
    const ends = [closed(await connected(revoked.cookie)), closed(await connected(expired.cookie))];

    await db.session.update({ where: { id: revoked.sessionId }, data: { revokedAt: new Date() } });
    await db.session.update({ where: { id: expired.sessionId }, data: { expiresAt: new Date() } });
    expect(await Promise.all(ends)).toEqual(['io server disconnect', 'io server disconnect']);
  });

  test('when its user got another role, so that it comes back with the rooms of that', async () => {
    const { user, cookie } = await signedIn('supervisor');
    const end = closed(await connected(cookie));
    await db.user.update({ where: { id: user.id }, data: { role: 'operator' } });
    expect(await end).toBe('transport close');
  });
});

test('[R18] a server that stops lets its browsers come back by themselves', async () => {
  const end = closed(await connected((await signedIn()).cookie));
  expect(hasSockets()).toBe(true);
  await server.close();
  expect(await end).toBe('transport close');
  expect(hasSockets()).toBe(false);
});
