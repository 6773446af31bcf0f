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

test('[S0.1] who has no account has no phone, and who is refused one has none either', async () => {
  expect(await fetchAccount(early(Response.json({ ok: false, reason: 'notAllowed' }, { status: 403 })))).toBeNull();
});

test('what a proxy answers in between is no account', async () => {
  expect(await fetchAccount(early(Response.json({ error: 'Who are you?' })))).toBeNull();
  await expect(fetchAccount(early(new Response('<h1>Bad gateway</h1>', { status: 502 })))).rejects.toThrow();
  await expect(fetchAccount(early(new Response('<h1>Sign in to the WiFi</h1>')))).rejects.toThrow();
});
