import { expect, test } from 'vitest';
import { readSmtpUrl } from './smtp.ts';

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
