import { afterEach, expect, test, vi } from 'vitest';
import { readAnswer } from './read-answer.ts';

afterEach(() => void vi.unstubAllGlobals());

const answered = (answer: () => Response | Promise<Response>) => {
  vi.stubGlobal('fetch', async () => answer());
  return readAnswer('/api/phone/recent');
};

test('what a door answers is read', async () => {
  expect(await answered(() => Response.json({ ok: true, data: ['+48600100101'] }))).toEqual(['+48600100101']);
});

test.each<[string, () => Response | Promise<Response>]>([
  ['a refusal', () => Response.json({ ok: false, reason: 'signedOut' }, { status: 401 })],
  ['a gateway’s word, in JSON', () => Response.json({ data: 'hello' })],
  ['a network’s sign-in page', () => new Response('<h1>Sign in to the WiFi</h1>')],
  ['no answer', () => Promise.reject(new TypeError('Failed to fetch'))],
])('%s is nothing', async (_, answer) => {
  expect(await answered(answer)).toBeNull();
});
