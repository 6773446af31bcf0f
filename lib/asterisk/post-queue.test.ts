import fc from 'fast-check';
import { describe, expect, test, vi } from 'vitest';
import { createPostQueue, type Post } from './post-queue.ts';

const post = (key: string, webhookId = key): Post => ({ key, webhookId, events: [] });
const quick = { first: 1, longest: 1 };

function queueOf(record: (post: Post) => Promise<unknown>, options: { away?: () => boolean; limit?: number } = {}) {
  const givenUp: string[] = [];
  const queue = createPostQueue({
    record,
    isDatabaseAway: async () => options.away?.() ?? false,
    onGivenUp: (each) => givenUp.push(each.webhookId),
    limit: options.limit,
    retryMs: quick,
  });
  return { queue, givenUp };
}

describe('what waits to be recorded', () => {
  test('[R10] each call in order, whatever fails in between and however calls mix', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(fc.nat(4), fc.boolean()), { maxLength: 40 }), async (plan) => {
        const recorded: string[] = [];
        const failing = new Set(plan.flatMap(([, fails], index) => (fails ? [`${index}`] : [])));
        const { queue } = queueOf(
          async ({ key, webhookId }) => {
            await Promise.resolve();
            if (failing.delete(webhookId)) throw new Error('away');
            recorded.push(`${key}:${webhookId}`);
          },
          { away: () => true },
        );
        for (const [index, [call]] of plan.entries()) queue.push(post(`call-${call}`, `${index}`));
        await queue.empty();

        expect(recorded).toHaveLength(plan.length);
        for (let call = 0; call <= 4; call += 1) {
          const own = recorded.filter((each) => each.startsWith(`call-${call}:`)).map((each) => Number(each.split(':')[1]));
          expect(own).toEqual(own.toSorted((a, b) => a - b));
        }
      }),
      { numRuns: 50 },
    );
  });

  test('a call that cannot be recorded holds up no other', async () => {
    const recorded: string[] = [];
    let release: () => void = () => undefined;
    const stuck = new Promise<void>((resolve) => {
      release = resolve;
    });
    const { queue } = queueOf(async ({ key }) => (key === 'stuck' ? stuck : recorded.push(key)));
    queue.push(post('stuck'));
    queue.push(post('free'));
    await vi.waitFor(() => expect(recorded).toEqual(['free']));
    release();
    await queue.empty();
    expect(queue.size()).toBe(0);
  });

  test('[R12] nothing is given up while the database is away', async () => {
    let tries = 0;
    const record = vi.fn(async () => {
      tries += 1;
      if (tries < 10) throw new Error('away');
    });
    const { queue, givenUp } = queueOf(record, { away: () => true });
    queue.push(post('call'));
    await queue.empty();
    expect(record).toHaveBeenCalledTimes(10);
    expect(givenUp).toEqual([]);
  });

  test('a post that the database refuses while it answers is given up, and the call goes on', async () => {
    const recorded: string[] = [];
    const { queue, givenUp } = queueOf(async ({ webhookId }) => {
      if (webhookId === 'bad') throw new Error('refused');
      recorded.push(webhookId);
    });
    queue.push(post('call', 'bad'));
    queue.push(post('call', 'good'));
    await queue.empty();
    expect([givenUp, recorded]).toEqual([['bad'], ['good']]);
  });

  test('[R10] exactly at its limit it takes no more, until it is empty', async () => {
    let isAway = true;
    const { queue } = queueOf(
      async () => {
        if (isAway) throw new Error('away');
      },
      { away: () => true, limit: 2 },
    );
    expect([queue.push(post('a')), queue.push(post('b')), queue.push(post('c'))]).toEqual([true, true, false]);
    isAway = false;
    await queue.empty();
    expect(queue.push(post('d'))).toBe(true);
  });
});
