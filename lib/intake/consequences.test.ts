import { describe, expect, test } from 'vitest';
import { inbound, say } from '../calls/build-events.ts';
import { foldCall } from '../calls/fold.ts';
import { consequences } from './consequences.ts';

const offered = say(0, 'call.offered', inbound);
const rings101 = say(1, 'leg.ringing', { legId: 'a', extension: '101' });
const rings102 = say(2, 'leg.ringing', { legId: 'b', extension: '102' });
const answers101 = say(4, 'call.answered', { legId: 'a', extension: '101' });
const ends = say(9, 'call.ended');

describe('consequences', () => {
  test('a card appears where a device begins to ring, and only there', () => {
    expect(consequences(null, foldCall([offered, rings101]))).toEqual({ appearsAt: ['101'], answeredBy: null });
    expect(consequences(foldCall([offered, rings101]), foldCall([offered, rings101, rings102])).appearsAt).toEqual(['102']);
  });

  test('an offer alone rings at nobody', () => {
    expect(consequences(null, foldCall([offered]))).toEqual({ appearsAt: [], answeredBy: null });
  });

  test('[S0.9] what Answer leads to opens once, for the one who answered', () => {
    const ringing = foldCall([offered, rings101, rings102]);
    const talking = foldCall([offered, rings101, rings102, answers101]);
    expect(consequences(ringing, talking)).toEqual({ appearsAt: [], answeredBy: '101' });
    expect(consequences(talking, foldCall([offered, rings101, rings102, answers101, say(6, 'call.held')])).answeredBy).toBeNull();
  });

  test('an answer at a device that was never said to ring shows its card too', () => {
    expect(consequences(null, foldCall([offered, say(4, 'call.answered', { extension: '101' })]))).toEqual({
      appearsAt: ['101'],
      answeredBy: '101',
    });
  });

  test('[S1.1] who dials sees a card, and an answer by the other side opens nothing', () => {
    const dialled = say(0, 'call.offered', { direction: 'outbound', to: { number: '+48600100101' }, extension: '101' });
    expect(consequences(null, foldCall([dialled]))).toEqual({ appearsAt: ['101'], answeredBy: null });
    expect(consequences(foldCall([dialled]), foldCall([dialled, say(3, 'call.answered', { extension: '101' })]))).toEqual({
      appearsAt: [],
      answeredBy: null,
    });
  });

  test('[S3.5] after an attended transfer the call appears at the colleague and opens there; [S3.15] one that comes back opens nothing', () => {
    const away = (second: number, kind: string) =>
      say(second, 'call.transferred', {}, { transfer: { kind, fromExtension: '101', toExtension: '103' } });
    const talking = [offered, rings101, answers101];
    expect(consequences(foldCall(talking), foldCall([...talking, away(6, 'attended')]))).toEqual({
      appearsAt: ['103'],
      answeredBy: '103',
    });

    const isBack = [...talking, away(6, 'blind'), say(7, 'leg.ringing', { legId: 'back', extension: '101' })];
    expect(consequences(foldCall([...talking, away(6, 'blind')]), foldCall(isBack)).appearsAt).toEqual(['101']);
    const taken = [...isBack, say(8, 'call.answered', { legId: 'back', extension: '101' })];
    expect(consequences(foldCall(isBack), foldCall(taken))).toEqual({ appearsAt: [], answeredBy: null });
  });

  test('[R3] a call that is over rings nowhere and opens nothing', () => {
    expect(consequences(null, foldCall([offered, rings101, answers101, ends]))).toEqual({ appearsAt: [], answeredBy: null });
  });
});
