import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { buildCallEvents, createPbxWorld, parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import type { PbxEventInput } from '../pbx/envelope.ts';
import { recordEvents } from './record-event.ts';

const STORED = {
  omit: { id: true, pbxCallId: true, version: true, lastHeardAt: true },
  include: { legs: { omit: { callId: true }, orderBy: { legId: 'asc' } } },
} as const;

test('the stored call and its legs are the same in whatever order a PBX delivers, and however often', async () => {
  const { source, line } = await createPbxWorld();
  await db.line.update({ where: { id: line.id }, data: { kind: 'new_customer' } });
  const from = uniqueNumber();
  const begin = Date.now();

  /** One call as its PBX tells it; the answer names no leg, so that only the ring knows which one it is. */
  function story(callId: string): PbxEventInput[] {
    const { offered, ring, end } = buildCallEvents(from, line.e164, callId, begin);
    const answered: PbxEventInput = {
      type: 'call.answered',
      occurredAt: new Date(begin + 5_000).toISOString(),
      call: { callId, extension: '101' },
    };
    return [offered, ring('101'), ring('102'), answered, end()];
  }

  async function tell(order: number[]) {
    const callId = randomUUID();
    const posts = story(callId).map((event) => ({ id: randomUUID(), event }));
    for (const index of order) {
      const post = posts[index];
      if (post) await recordEvents(source, post.id, parsed(post.event));
    }
    return db.call.findFirstOrThrow({ where: { pbxCallId: callId }, ...STORED });
  }

  const inOrder = await tell([0, 1, 2, 3, 4]);
  expect(inOrder).toMatchObject({
    phase: 'ended',
    class: 'new_customer',
    isMissed: false,
    legs: [{ extension: '101' }, { extension: '102' }],
  });

  const arrivals = fc
    .tuple(fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }), fc.array(fc.nat(4), { maxLength: 4 }))
    .map(([order, repeats]) => [...order, ...repeats]);
  await fc.assert(
    fc.asyncProperty(arrivals, async (order) => {
      expect(await tell(order)).toEqual(inOrder);
    }),
    { numRuns: 30 },
  );
}, 120_000);
