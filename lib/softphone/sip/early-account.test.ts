import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { askAccountEarly, phoneLockOf } from './early-account.ts';

const answer = new Response('{}');
let held: { name: string }[] = [];

beforeEach(() => {
  held = [];
  vi.useFakeTimers();
  vi.stubGlobal('navigator', { locks: { query: async () => ({ held }) } });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('[S0.1] the account is asked for while the code of the phone is read, and handed over once', async () => {
  const request = vi.fn(async () => answer);
  const early = askAccountEarly('olga', request);
  await vi.advanceTimersByTimeAsync(0);
  expect(request).toHaveBeenCalledTimes(1);
  expect(await early.take()).toBe(answer);
  expect(await early.take()).toBeNull();
});

test('[R35] a tab beside the one that has the phone asks for no secret', async () => {
  held = [{ name: phoneLockOf('olga') }];
  const request = vi.fn(async () => answer);
  expect(await askAccountEarly('olga', request).take()).toBeNull();
  expect(request).not.toHaveBeenCalled();
});

test('[R35] an answer that nobody takes is kept no longer than it is true', async () => {
  const early = askAccountEarly('olga', async () => answer);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await early.take()).toBeNull();
});

test.each([
  ['the server is away', () => Promise.reject(new Error('away'))],
  ['the browser says nothing of its tabs', undefined],
])('where %s, whoever needs the account asks anew', async (_, request) => {
  if (!request) vi.stubGlobal('navigator', { locks: { query: () => Promise.reject(new Error('not secure')) } });
  expect(await askAccountEarly('olga', request ?? (async () => answer)).take()).toBeNull();
});

test('a page that is not secure has no locks, and its phone asks anew', async () => {
  vi.stubGlobal('navigator', {});
  expect(await askAccountEarly('olga', async () => answer).take()).toBeNull();
});
