import { expect, test } from 'vitest';
import { rememberPhoneAddresses } from './phone-addresses.ts';

const BEGIN = Date.UTC(2026, 0, 31, 10);

function remembered(answers: (string[] | Error)[]) {
  let seconds = 0;
  let reads = 0;
  const addresses = rememberPhoneAddresses(
    async () => {
      const answer = answers[Math.min(reads++, answers.length - 1)] ?? [];
      if (answer instanceof Error) throw answer;
      return answer;
    },
    () => new Date(BEGIN + seconds * 1000),
  );
  function pass(more: number): void {
    seconds += more;
  }
  return { addresses, reads: () => reads, pass };
}

test('of each address the part that a policy names, and nothing that is no websocket', async () => {
  const { addresses } = remembered([
    ['wss://pbx.example.com:8089/ws', 'ws://127.0.0.1:8088/ws', 'https://example.com', "wss://x'; script-src *", 'nonsense'],
  ]);
  expect(await addresses()).toEqual(['wss://pbx.example.com:8089', 'ws://127.0.0.1:8088']);
});

test('are read once for many requests, and again after five seconds', async () => {
  const { addresses, reads, pass } = remembered([['wss://old.example.com/ws'], ['wss://new.example.com/ws']]);
  await Promise.all([addresses(), addresses(), addresses()]);
  pass(4.9);
  expect(await addresses()).toEqual(['wss://old.example.com']);
  expect(reads()).toBe(1);

  pass(0.1);
  expect(await addresses()).toEqual(['wss://new.example.com']);
});

test('[R13] a database that hangs holds nothing up', async () => {
  const addresses = rememberPhoneAddresses(
    () => new Promise(() => undefined),
    () => new Date(BEGIN),
  );
  expect(await addresses()).toEqual([]);
});

test('stay what they were while the database is away', async () => {
  const { addresses, pass } = remembered([['wss://pbx.example.com/ws'], new Error('away')]);
  await addresses();
  pass(5);
  expect(await addresses()).toEqual(['wss://pbx.example.com']);
});
