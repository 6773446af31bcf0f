import { afterEach, expect, test, vi } from 'vitest';
import { fetchAccount } from './fetch-account.ts';

const ACCOUNT = { server: 'wss://pbx.example.com/ws', domain: 'pbx.example.com', login: '101', extension: '101', iceServers: [] };
const early = (response: Response | null) => ({ take: async () => response });

afterEach(() => vi.unstubAllGlobals());

test('[S0.1] the account is what the server answers', async () => {
  const answer = Response.json({ ok: true, data: ACCOUNT });
  expect(await fetchAccount(early(answer))).toEqual(ACCOUNT);
});

test('where nothing was asked early, it is asked for at use', async () => {
  const ask = vi.fn<typeof fetch>(async () => Response.json({ ok: true, data: ACCOUNT }));
  vi.stubGlobal('fetch', ask);
  expect(await fetchAccount(early(null))).toEqual(ACCOUNT);
  expect(ask).toHaveBeenCalledOnce();
});

test.each([
  ['[S0.1] there is none', 'notFound', 404],
  ['[R36] one is signed out', 'signedOut', 401],
])('where %s there is no phone', async (_, reason, status) => {
  expect(await fetchAccount(early(Response.json({ ok: false, reason }, { status })))).toBeNull();
});

test.each([
  ['unavailable', 503],
  ['notAllowed', 403],
  ['invalid', 415],
])('refused as %s says nothing of the account: it is asked again', async (reason, status) => {
  await expect(fetchAccount(early(Response.json({ ok: false, reason }, { status })))).rejects.toThrow(reason);
});

test.each([
  ['a gateway, in JSON', () => Response.json({ error: 'Who are you?' })],
  ['a gateway', () => new Response('<h1>Bad gateway</h1>', { status: 502 })],
  ['a network’s sign-in page', () => new Response('<h1>Sign in to the WiFi</h1>')],
])('what %s answers in between says nothing of it either', async (_, response) => {
  await expect(fetchAccount(early(response()))).rejects.toThrow();
});
