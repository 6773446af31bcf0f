import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { expect, test } from 'vitest';
import { readSmtpUrl, sendMail } from './smtp.ts';

test.each([
  ['smtp://mail.example.com:587', 'Offhook <offhook@desk.example.com>'],
  ['smtp://desk%40example.com:secret@mail.example.com', 'desk@example.com'],
  ['smtps://user:secret@mail.example.com/?from=Desk%20%3Cdesk%40example.com%3E', 'Desk <desk@example.com>'],
])('%s is sent from %s', (url, from) => {
  const read = readSmtpUrl(url, 'desk.example.com');
  expect(read.from).toBe(from);
  expect(read.server).not.toContain('from=');
  expect(new URL(read.server).host).toBe(new URL(url).host);
});

test('a server that never stops talking is left: no mail is held for longer than it is held for', async () => {
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.write('220 here\r\n');
    socket.on('data', () => {
      const talk = setInterval(() => socket.write('250-and another thing\r\n'), 20);
      socket.on('close', () => clearInterval(talk));
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  const mail = { id: 'm', to: 'olga@example.com', subject: 'Missed', text: 'Missed', html: '<p>Missed</p>' };
  const outcome = await sendMail(mail, `smtp://127.0.0.1:${port}`, 'http://desk.example.com', 300);
  server.close();
  expect(outcome).toEqual({ kind: 'failed', cause: 'timedOut', isFinal: false });
});
