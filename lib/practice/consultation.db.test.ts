import { randomUUID } from 'node:crypto';
import { describe, expect, test, vi } from 'vitest';
import { createDelivery } from '../../prisma/factories/deliveries.ts';
import { uniqueNumber } from '../../prisma/factories/numbers.ts';
import { parsed } from '../../prisma/factories/pbx-world.ts';
import { db } from '../db/client.ts';
import { recordEvents } from '../intake/record-event.ts';
import {
  asked,
  complete,
  consult,
  deskOf,
  done,
  heard,
  heardBy,
  marta,
  olga,
  oskar,
  press,
  refusedFor,
  stored,
  talkingAtOlga,
  transfer,
  useDesks,
  world,
} from './transfer-testing.ts';

useDesks();

describe('asking first', () => {
  test('[S3.2] [S3.15] the caller waits, and Marta sees who asks: Olga’s name and number; nothing opens', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);

    expect(await deskOf(olga)).toEqual([
      { callId: main, state: 'held' },
      { callId: question, state: 'dialling' },
    ]);
    expect(heardBy(marta, 'call:ringing')).toMatchObject([
      { direction: 'internal', number: { display: '101' }, card: { colleague: { name: 'Olga Operator' }, customers: [] } },
    ]);

    await press(marta, { act: 'answer', callId: question });
    expect(heardBy(marta, 'call:answered')).toMatchObject([{ opens: { kind: 'nothing' } }]);
  });

  test('[S3.3] both have the talk between them, also after a reload; either holds and ends it', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });

    expect((await deskOf(olga)).at(-1)).toEqual({ callId: question, state: 'talking' });
    expect(await deskOf(marta)).toEqual([{ callId: question, state: 'talking' }]);
    for (const held of [true, true, false]) {
      expect(await press(olga, { act: 'hold', callId: question, held })).toEqual(done(question));
    }
    expect(await press(olga, { act: 'hangUp', callId: question })).toEqual(done(question));
    expect(await press(olga, { act: 'hangUp', callId: question })).toEqual(done(question));
    expect(await deskOf(marta)).toEqual([]);
    expect(await press(olga, { act: 'hold', callId: main, held: false })).toEqual(done(main));
  });

  test('taking the caller back while the colleague waits holds the colleague: one voice at a time', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    await press(olga, { act: 'hold', callId: main, held: false });

    expect(await deskOf(olga)).toEqual([
      { callId: main, state: 'talking' },
      { callId: question, state: 'held' },
    ]);
  });

  test('[S3.4] [S3.5] completed, Marta has the caller with the card, and the delivery opens for her', async () => {
    const number = uniqueNumber();
    const delivery = await createDelivery(db, { status: 'cooking', phoneE164: number });
    const draft = await createDelivery(db, { status: 'draft', phoneE164: number });
    const main = await talkingAtOlga(number);
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    heard.length = 0;

    expect(await complete(olga, main, question)).toEqual(done(main));

    expect(await deskOf(olga)).toEqual([]);
    expect(await deskOf(marta)).toEqual([{ callId: main, state: 'talking' }]);
    expect(heardBy(marta, 'call:ringing')).toMatchObject([
      { callId: main, number: { e164: number }, card: { openDeliveries: [{ id: delivery.id }], drafts: [{ id: draft.id }] } },
    ]);
    expect(heardBy(marta, 'call:answered')).toEqual([{ callId: main, opens: { kind: 'delivery', deliveryId: delivery.id } }]);
    expect(await stored(question)).toMatchObject({ phase: 'ended', cause: 'completed', isMissed: false });
  });

  test('[S3.15] before anybody has answered it is refused, with the reason', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    expect(await complete(olga, main, question)).toEqual(refusedFor('notAnsweredYet'));
    expect((await stored(main)).phase).toBe('held');
  });

  test('[S3.15] rejected, Olga still has the caller, Marta has nothing, and she may ask another', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'reject', callId: question });

    expect(await deskOf(olga)).toEqual([{ callId: main, state: 'held' }]);
    expect(await deskOf(marta)).toEqual([]);
    expect(await complete(olga, main, question)).toEqual(refusedFor('callEnded'));

    const another = await asked(main, '102');
    expect(another).not.toBe(question);
    expect(await deskOf(oskar)).toEqual([{ callId: another, state: 'ringing' }]);
  });

  test('[R9] Complete pressed in two tabs at once: one call is handed over once, and both are done', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });

    const both = await Promise.all([complete(olga, main, question), complete(olga, main, question)]);
    expect(both).toEqual([done(main), done(main)]);
    const transfers = await db.callEvent.count({
      where: { pbxCallId: (await stored(main)).pbxCallId, type: 'call.transferred' },
    });
    expect(transfers).toBe(1);
  });

  test('[R9] Ask first and Transfer now pressed in two tabs at once ring once', async () => {
    const main = await talkingAtOlga();
    const [one, other] = await Promise.all([consult(olga, main, '103'), consult(olga, main, '103')]);
    expect(one).toEqual(other);
    expect(await deskOf(marta)).toHaveLength(1);
    expect(await consult(olga, main, '102')).toEqual(refusedFor('impossible'));

    const second = await talkingAtOlga();
    expect(await Promise.all([transfer(olga, second, '102'), transfer(olga, second, '102')])).toEqual([
      done(second),
      done(second),
    ]);
    expect(await deskOf(oskar)).toHaveLength(1);
  });

  test('[R9] the caller who hangs up in the same instant leaves Marta with one call or none, never with a ghost', async () => {
    const main = await talkingAtOlga();
    const question = await asked(main);
    await press(marta, { act: 'answer', callId: question });
    const { pbxCallId } = await stored(main);
    const end = {
      type: 'call.ended',
      occurredAt: new Date().toISOString(),
      call: { callId: pbxCallId },
      end: { cause: 'completed', by: 'caller' },
    } as const;

    await Promise.all([complete(olga, main, question), recordEvents(world.source, randomUUID(), parsed(end))]);
    expect((await stored(main)).phase).toBe('ended');
    expect((await deskOf(marta)).filter((call) => call.callId === main)).toEqual([]);
  });

  test('a number outside can be asked and joined too', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout'] });
    const main = await talkingAtOlga();
    const question = await asked(main, '+48600100103');
    vi.advanceTimersByTime(1_000);
    vi.useRealTimers();
    await expect.poll(() => stored(question)).toMatchObject({ phase: 'talking' });

    expect(await complete(olga, main, question)).toEqual(done(main));
    expect(await deskOf(olga)).toEqual([]);
    expect(await stored(main)).toMatchObject({ phase: 'talking', operatorId: null });
  });
});
