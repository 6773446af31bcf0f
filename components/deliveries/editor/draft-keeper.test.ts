import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import type { SaveResult } from '@/lib/deliveries/actions';
import { startNew } from '@/lib/deliveries/editing';
import type { KeptCopy, SaveDelivery } from '@/lib/deliveries/schema';
import { buildSaved } from '@/lib/deliveries/testing';
import { emptyContent } from '@/lib/deliveries/types';
import { createDraftKeeper } from './draft-keeper';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function open(answer: (input: SaveDelivery) => SaveResult | Error | Promise<SaveResult>) {
  const kept = new Map<string, KeptCopy>();
  const sent: SaveDelivery[] = [];
  const keeper = createDraftKeeper({
    deliveryId: 'one',
    callId: null,
    editing: startNew(emptyContent),
    path: () => '/deliveries/new',
    copies: {
      keep: (copy) => void kept.set(copy.deliveryId, structuredClone(copy)),
      drop: (id) => void kept.delete(id),
      find: (id) => kept.get(id) ?? null,
      all: () => [...kept.values()],
    },
    async save(input) {
      sent.push(input);
      const result = await answer(input);
      if (result instanceof Error) throw result;
      return result;
    },
  });
  return { keeper, kept, sent };
}

const stores = ({ mine }: SaveDelivery): SaveResult => ({ ok: true, data: buildSaved(mine) });

describe('the draft keeper', () => {
  test('[S0.8] keeps an edit on this computer at once, and on the server 600 ms after the last one', async () => {
    const { keeper, kept, sent } = open(stores);
    keeper.edit({ street: 'P' });
    await vi.advanceTimersByTimeAsync(599);
    keeper.edit({ street: 'Prosta 51' });
    expect(kept.get('one')?.edit.mine.street).toBe('Prosta 51');

    await vi.advanceTimersByTimeAsync(599);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(1);

    expect(sent).toMatchObject([{ base: null, mine: { street: 'Prosta 51' } }]);
    expect(keeper.getSnapshot().status.kind).toBe('saved');
    expect(kept.size).toBe(0);
  });

  test('without a connection it keeps the edit and tries again, word for word', async () => {
    let isOnline = false;
    const { keeper, kept, sent } = open((input) => (isOnline ? stores(input) : new Error('offline')));
    keeper.edit({ street: 'Pro' });
    expect(await keeper.flush()).toBe(false);
    expect(keeper.getSnapshot().status.kind).toBe('offline');

    keeper.edit({ street: 'Prosta 51' });
    isOnline = true;
    await vi.advanceTimersByTimeAsync(1_000);

    expect(sent.map((each) => each.mine.street)).toEqual(['Pro', 'Pro', 'Prosta 51']);
    expect(kept.size).toBe(0);
  });

  test('an edit made while a save was under way is saved by itself', async () => {
    const { keeper, sent } = open(stores);
    keeper.edit({ street: 'Pro' });
    const flushed = keeper.flush();
    keeper.edit({ street: 'Prosta 51' });

    expect(await flushed).toBe(true);
    expect(sent.map((each) => [each.base?.street, each.mine.street])).toEqual([
      [undefined, 'Pro'],
      ['Pro', 'Prosta 51'],
    ]);
  });

  test('signed out, it stops asking and keeps the edit', async () => {
    const { keeper, kept, sent } = open(() => ({ ok: false, reason: 'signedOut' }));
    keeper.edit({ street: 'Prosta 51' });
    await vi.advanceTimersByTimeAsync(60_000);

    expect(sent).toHaveLength(1);
    expect(keeper.getSnapshot().status).toMatchObject({ kind: 'refused', reason: 'signedOut' });
    expect(kept.size).toBe(1);
  });

  test('takes up after a reload what was never acknowledged', async () => {
    const before = open(() => new Error('offline'));
    before.keeper.edit({ street: 'Prosta 51' });
    await before.keeper.flush();
    const copy = before.kept.get('one');
    if (!copy) throw new Error('Nothing was kept.');

    const { keeper, sent } = open(stores);
    keeper.restore(copy);
    expect(await keeper.flush()).toBe(true);
    expect(sent).toMatchObject([{ deliveryId: 'one', mine: { street: 'Prosta 51' } }]);
  });

  test('discarding waits for a first save under way, whose draft is then there to cancel', async () => {
    let answer: (result: SaveResult) => void = () => {};
    const { keeper } = open(() => new Promise((resolve) => (answer = resolve)));
    keeper.edit({ street: 'Prosta 51' });
    await vi.advanceTimersByTimeAsync(600);
    const settled = keeper.settle();
    answer({ ok: true, data: buildSaved({ street: 'Prosta 51' }) });

    expect(await settled).toBe(true);
    expect(keeper.getSnapshot().editing.saved).not.toBeNull();
  });

  test('a first save without an answer cannot be discarded: its draft may be there', async () => {
    const { keeper, kept } = open(() => new Error('offline'));
    keeper.edit({ street: 'Prosta 51' });
    await keeper.flush();

    expect(await keeper.settle()).toBe(false);
    expect(kept.size).toBe(1);
  });

  test('what nobody has begun to save is discarded without making a draft first', async () => {
    const { keeper, sent } = open(stores);
    keeper.edit({ street: 'Prosta 51' });

    expect(await keeper.settle()).toBe(true);
    keeper.discard();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
  });

  test('a conflict keeps the copy until somebody chooses', async () => {
    const theirs = buildSaved({ street: 'Krucza 20' }, { version: 2 });
    const { keeper, kept } = open((input) => (input.base ? stores(input) : { ok: false, reason: 'conflict', theirs }));
    keeper.edit({ street: 'Prosta 51' });
    await keeper.flush();
    expect(keeper.getSnapshot().editing.conflicts).toMatchObject([{ key: 'street' }]);
    expect(kept.size).toBe(1);

    keeper.keepMine('street');
    expect(await keeper.flush()).toBe(true);
    expect(kept.size).toBe(0);
  });
});
