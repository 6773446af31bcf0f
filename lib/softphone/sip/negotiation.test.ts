import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { negotiate, type Offer, type Renegotiated } from './negotiation.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);

/** The other end of one call: each re-INVITE waits until the test settles it. */
function call() {
  const pending: ((outcome: Renegotiated) => void)[] = [];
  const sent: string[] = [];
  const held: boolean[] = [];
  const send = ({ isHeld, hasNewWay }: Offer) => {
    sent.push(`${isHeld ? 'hold' : 'talk'}${hasNewWay ? ' anew' : ''}`);
    return new Promise<Renegotiated>((resolve) => pending.push(resolve));
  };
  const agreement = negotiate({ send, giveWayMs: () => 1_000, onHeld: (isHeld) => held.push(isHeld) });

  async function settle(outcome: Renegotiated) {
    if (pending.length !== 1) throw new Error(`${pending.length} re-INVITEs are under way.`);
    pending.shift()?.(outcome);
    await pass(0);
  }
  return { agreement, sent, held, settle, pending };
}

describe('one re-INVITE of a call at a time', () => {
  test('a hold that is pressed while a way is looked for goes after it, and is done', async () => {
    const { agreement, sent, settle, held } = call();
    agreement.findWay(true);
    const holding = agreement.hold(true);
    expect(sent).toEqual(['talk anew']);

    await settle('accepted');
    expect(sent).toEqual(['talk anew', 'hold']);
    await settle('accepted');
    expect(await holding).toBe(true);
    expect(held).toEqual([true]);
  });

  test('several ways owed are one, and a new one is not forgotten for a plain one', async () => {
    const { agreement, sent, settle } = call();
    agreement.findWay(false);
    agreement.findWay(true);
    agreement.findWay(false);
    await settle('accepted');
    await settle('accepted');
    expect(sent).toEqual(['talk', 'talk anew']);
  });

  test('a call that is on hold stays so where a way is looked for', async () => {
    const { agreement, sent, settle } = call();
    void agreement.hold(true);
    await settle('accepted');
    agreement.findWay(true);
    expect(sent).toEqual(['hold', 'hold anew']);
    await settle('accepted');
  });

  test('[R24] one that got lost with its websocket holds nothing up: what is owed goes once it is over', async () => {
    const { agreement, sent, settle } = call();
    agreement.findWay(true);
    agreement.findWay(true);
    await pass(32_000);
    await settle('refused');
    expect(sent).toEqual(['talk anew', 'talk anew']);
    await settle('accepted');
  });

  test('a refused way takes no hold with it that was pressed after it left', async () => {
    const { agreement, sent, settle } = call();
    agreement.findWay(false);
    const holding = agreement.hold(true);
    await settle('refused');
    await settle('accepted');
    expect(sent).toEqual(['talk', 'hold']);
    expect(await holding).toBe(true);
  });
});

describe('both ends at once', () => {
  test('gives way and asks again', async () => {
    const { agreement, sent, settle } = call();
    const holding = agreement.hold(true);
    await settle('collided');
    expect(sent).toEqual(['hold']);
    await pass(1_000);
    await settle('accepted');
    expect(sent).toEqual(['hold', 'hold']);
    expect(await holding).toBe(true);
  });

  test('what is looked for is looked for again, with what was pressed meanwhile', async () => {
    const { agreement, sent, settle } = call();
    agreement.findWay(true);
    await settle('collided');
    const holding = agreement.hold(true);
    await pass(1_000);
    await settle('accepted');
    expect(sent).toEqual(['talk anew', 'hold anew']);
    expect(await holding).toBe(true);
  });

  test('not for ever', async () => {
    const { agreement, sent, settle } = call();
    agreement.findWay(false);
    for (let collision = 0; collision < 6; collision += 1) {
      await settle('collided');
      await pass(1_000);
    }
    expect(sent).toHaveLength(6);
  });
});

describe('a hold that fails', () => {
  test('is none', async () => {
    const { agreement, settle, held } = call();
    const holding = agreement.hold(true);
    await settle('refused');
    expect(await holding).toBe(false);
    expect(agreement.isHoldWanted()).toBe(false);
    expect(held).toEqual([]);
  });

  test('is none after eight seconds without an answer, and is taken back where the answer comes late', async () => {
    const { agreement, sent, settle, held } = call();
    const holding = agreement.hold(true);
    await pass(8_000);
    expect(await holding).toBe(false);
    expect(agreement.isHoldWanted()).toBe(false);

    await settle('accepted');
    expect(sent).toEqual(['hold', 'talk']);
    await settle('accepted');
    expect(held).toEqual([true, false]);
  });
});

test('hold and back again quickly: the other end hears of both, and both are done', async () => {
  const { agreement, sent, settle } = call();
  const both = [agreement.hold(true), agreement.hold(false)];
  await settle('accepted');
  await settle('accepted');
  expect(sent).toEqual(['hold', 'talk']);
  expect(await Promise.all(both)).toEqual([true, true]);
});

test('asked for again while it is under way, it is waited for by both, each for its own time', async () => {
  const { agreement, sent, settle, held } = call();
  const first = agreement.hold(true);
  await pass(3_000);
  const second = agreement.hold(true);
  await pass(5_000);
  expect(await first).toBe(false);
  await settle('accepted');
  expect(await second).toBe(true);
  expect(agreement.isHeld()).toBe(true);
  expect([sent, held]).toEqual([['hold'], [true]]);
});

test('taken back after a collision, before it is asked for again: nothing more is sent, and both know', async () => {
  const { agreement, sent, settle } = call();
  const holding = agreement.hold(true);
  await settle('collided');
  const back = agreement.hold(false);
  await pass(1_000);
  expect(sent).toEqual(['hold']);
  expect(await Promise.all([holding, back])).toEqual([false, true]);
});

test('what is so already is not asked for', async () => {
  const { agreement, pending } = call();
  expect(await agreement.hold(false)).toBe(true);
  expect(pending).toEqual([]);
});
