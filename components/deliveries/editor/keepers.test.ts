import { expect, test, vi } from 'vitest';
import { createKeepers } from './keepers';

function buildKeeper(isSafe = true) {
  return { id: () => 'one', flush: async () => isSafe, discard: vi.fn() };
}

test('[S0.8] the page opened again takes the keeper that still saves, and keeps it when its own passing one goes', async () => {
  const keepers = createKeepers();
  const [saving, passing] = [buildKeeper(), buildKeeper()];
  keepers.keep(saving);
  keepers.appear(passing);
  keepers.appear(saving);
  await keepers.leave(passing);

  expect(keepers.of('one')).toBe(saving);
});

test('a keeper is forgotten when its page is left and everything is saved, not before', async () => {
  const keepers = createKeepers();
  const [safe, unsafe] = [buildKeeper(), buildKeeper(false)];
  keepers.keep(unsafe);
  await keepers.leave(unsafe);
  expect(keepers.of('one')).toBe(unsafe);

  keepers.keep(safe);
  keepers.appear(safe);
  const left = keepers.leave(safe);
  keepers.appear(safe);
  await left;
  expect(keepers.of('one')).toBe(safe);

  await keepers.leave(safe);
  expect(keepers.of('one')).toBeUndefined();
});

test('what is discarded is discarded in the keeper too, which would put it back', () => {
  const keepers = createKeepers();
  const keeper = buildKeeper(false);
  keepers.keep(keeper);
  keepers.discard('one');

  expect(keeper.discard).toHaveBeenCalledOnce();
});
