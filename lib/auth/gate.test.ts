import { expect, test } from 'vitest';
import { createGate, NO_ROOM } from './gate.ts';

function deferred() {
  let finish = () => {};
  const done = new Promise<void>((resolve) => {
    finish = resolve;
  });
  return { done, finish };
}

test('lets two at once through, the next when one has ended, in order', async () => {
  const gate = createGate(2, 2);
  const work = [deferred(), deferred(), deferred(), deferred()];
  const started: number[] = [];
  const results = work.map(({ done }, index) =>
    gate(async () => {
      started.push(index);
      await done;
    }),
  );

  await Promise.resolve();
  expect(started).toEqual([0, 1]);

  work[1]?.finish();
  await results[1];
  await Promise.resolve();
  expect(started).toEqual([0, 1, 2]);

  for (const each of work) each.finish();
  await Promise.all(results);
  expect(started).toEqual([0, 1, 2, 3]);
});

test('work that fails frees its place and says so', async () => {
  const gate = createGate(1, 1);
  await expect(gate(() => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  await expect(gate(async () => 'next')).resolves.toBe('next');
});

test('turns away what comes while the waiting room is full, and lets in what comes after', async () => {
  const gate = createGate(1, 1);
  const running = deferred();
  const first = gate(() => running.done.then(() => 'first'));
  const second = gate(async () => 'second');
  expect(await gate(async () => 'third')).toBe(NO_ROOM);

  running.finish();
  expect(await Promise.all([first, second])).toEqual(['first', 'second']);
  expect(await gate(async () => 'fourth')).toBe('fourth');
});
