import { createServer } from 'node:http';
import { Server } from 'socket.io';
import { io } from 'socket.io-client';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ClientToServer, DeskSnapshot, ServerToClient } from '@/lib/realtime/events';
import { buildDeskCall } from '@/lib/softphone/build-desk-call';
import type { PhoneEvent } from '@/lib/softphone/phone-state';
import { followDesk } from './follow-desk';
import type { LiveSocket } from './live-socket';

const snapshot: DeskSnapshot = { now: '2026-11-22T15:02:00.000Z', phone: { kind: 'none' }, calls: [], cardFacts: [] };

type Reply = (snapshot: DeskSnapshot) => void;

/** A desk that follows a real server, which answers questions for a snapshot as the test says. */
async function sitDown(answer: (reply: Reply) => void = (reply) => reply(snapshot)) {
  const http = createServer();
  const server = new Server<ClientToServer, ServerToClient>(http, { transports: ['websocket'] });
  server.on('connection', (socket) => socket.on('desk:snapshot', answer));
  await new Promise<void>((listening) => http.listen(0, '127.0.0.1', listening));
  const address = http.address();
  const port = typeof address === 'object' ? address?.port : undefined;

  const socket: LiveSocket = io(`http://127.0.0.1:${port}`, { transports: ['websocket'], reconnectionDelay: 10 });
  const told: PhoneEvent[] = [];
  const desk = followDesk(socket, 'olga', (event) => told.push(event));
  leave.push(async () => {
    desk.stop();
    socket.disconnect();
    await server.close();
  });

  const types = () => told.map((event) => event.type);
  return { server, socket, desk, types };
}

const leave: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const stop of leave.splice(0)) await stop();
});

describe('a desk', () => {
  test('asks for a snapshot when it is connected, and hears facts from then on', async () => {
    const { server, types } = await sitDown();
    await vi.waitFor(() => expect(types()).toEqual(['asked', 'snapshot']));

    server.emit('call:ringing', buildDeskCall());
    server.emit('call:changed', buildDeskCall({ version: 2 }));
    server.emit('phone:changed', { kind: 'none' });
    server.emit('device:changed', { kind: 'sip', extension: '101', isRegistered: true });
    await vi.waitFor(() => expect(types().slice(2)).toEqual(['ringing', 'changed', 'phone', 'phone']));
  });

  test('asks again after every loss of the connection', async () => {
    const { server, types } = await sitDown();
    await vi.waitFor(() => expect(types()).toContain('snapshot'));

    for (const socket of server.of('/').sockets.values()) socket.conn.close();
    await vi.waitFor(() => expect(types()).toEqual(['asked', 'snapshot', 'lost', 'asked', 'snapshot']));
  });

  test('that needs another snapshot while one is on its way asks after that one', async () => {
    const replies: Reply[] = [];
    const { desk, types } = await sitDown((reply) => replies.push(reply));
    await vi.waitFor(() => expect(replies).toHaveLength(1));

    desk.ask();
    desk.ask();
    expect(types()).toEqual(['asked']);

    replies[0]?.(snapshot);
    await vi.waitFor(() => expect(replies).toHaveLength(2));
    replies[1]?.(snapshot);
    await vi.waitFor(() => expect(types()).toEqual(['asked', 'snapshot', 'asked', 'snapshot']));
  });

  test('that was left tells nothing any more', async () => {
    const { server, socket, desk, types } = await sitDown();
    await vi.waitFor(() => expect(types()).toContain('snapshot'));
    const heardTheLast = new Promise<void>((heard) => socket.once('session:ended', heard));

    desk.stop();
    server.emit('call:ringing', buildDeskCall());
    server.emit('session:ended');
    await heardTheLast;
    expect(types()).toEqual(['asked', 'snapshot']);
  });
});
