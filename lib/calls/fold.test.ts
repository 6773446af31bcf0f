import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inbound, say } from './build-events.ts';
import { foldCall, foldCalls } from './fold.ts';
import { separateCalls } from './order.ts';
import type { CallFold, StoredEvent } from './types.ts';

function fold(...events: StoredEvent[]): CallFold {
  const [first] = separateCalls(events);
  if (!first) throw new Error('no call');
  return foldCall(first);
}

const offered = say(0, 'call.offered', inbound);
const rings101 = say(1, 'leg.ringing', { legId: 'a', extension: '101' });
const rings102 = say(1, 'leg.ringing', { legId: 'b', extension: '102' });
const answers101 = say(4, 'call.answered', { legId: 'a', extension: '101' });
const ends = say(34, 'call.ended', {}, { end: { cause: 'completed', by: 'caller' } });
const callerGivesUp = say(20, 'call.ended', {}, { end: { cause: 'caller_cancelled', by: 'caller' } });

describe('foldCall', () => {
  test('an offered call rings at nobody', () => {
    expect(fold(offered)).toMatchObject({ phase: 'offered', direction: 'inbound', legs: [], isMissed: false });
  });

  test('a device that rings makes the call ring', () => {
    expect(fold(offered, rings101)).toMatchObject({
      phase: 'ringing',
      holder: null,
      legs: [{ extension: '101', state: 'ringing' }],
    });
  });

  test('waiting and talking are counted in whole seconds', () => {
    expect(fold(offered, rings101, answers101, ends)).toMatchObject({
      phase: 'ended',
      waitSeconds: 4,
      talkSeconds: 30,
      cause: 'completed',
      endedBy: 'caller',
      isMissed: false,
      holder: '101',
    });
  });

  test('[R8] when one of a ring group answers, nobody else rings any more, even if the PBX does not say so', () => {
    const { legs, isMissed } = fold(offered, rings101, rings102, answers101);
    expect(legs.find((leg) => leg.extension === '102')).toMatchObject({ state: 'ended', cause: 'answered_elsewhere' });
    expect(isMissed).toBe(false);
  });

  test('[R3] hang-up before answer before ringing is an ended call, whatever came first', () => {
    const call = fold(ends, answers101, rings101, offered);
    expect(call).toMatchObject({ phase: 'ended', isMissed: false, talkSeconds: 30 });
    expect(call.legs.every((leg) => leg.state === 'ended')).toBe(true);
  });

  test('[R4] an answer alone makes a stub of the call, and a ring that comes later fills it', () => {
    expect(fold(answers101)).toMatchObject({ phase: 'talking', holder: '101', line: null });
    expect(fold(answers101, offered, rings101)).toMatchObject({ phase: 'talking', holder: '101', line: '+48221000001' });
  });

  test('[R6] ringing and answering sorted behind the end do not reopen the call, and do correct that it was missed', () => {
    const late = say(40, 'call.answered', { extension: '101' });
    expect(fold(offered, rings101, callerGivesUp, late)).toMatchObject({ phase: 'ended', isMissed: false, operators: ['101'] });
    expect(fold(offered, callerGivesUp, say(41, 'leg.ringing', { legId: 'z', extension: '101' })).phase).toBe('ended');
  });

  test('[R11] durations are never negative when the clock runs back', () => {
    const early = say(-600, 'call.ended', {}, { end: { cause: 'completed', by: 'caller' } });
    const { waitSeconds, talkSeconds } = fold(early, offered, answers101);
    expect(waitSeconds).toBeGreaterThanOrEqual(0);
    expect(talkSeconds).toBe(0);
  });

  test('the order the source gives wins over its clock where every event carries one', () => {
    const numbered = [ends, answers101, rings101, offered].map((each, index) => ({
      ...each,
      event: { ...each.event, seq: 4 - index },
    }));
    const scrambled = numbered.map((each, index) => ({
      ...each,
      event: { ...each.event, occurredAt: new Date(1e12 - index * 1000) },
    }));
    expect(fold(...scrambled)).toMatchObject({ phase: 'ended', holder: '101' });
  });

  test.each([
    ['nobody answered', [offered, rings101, callerGivesUp], true],
    ['voicemail answered, without an extension', [offered, say(9, 'call.answered'), callerGivesUp], true],
    ['an operator answered', [offered, rings101, answers101, ends], false],
    ['the caller is blocked', [offered, say(1, 'call.ended', {}, { end: { cause: 'blocked', by: 'system' } })], false],
    ['it is still ringing', [offered, rings101], false],
    ['it is an outgoing call', [say(0, 'call.offered', { direction: 'outbound', extension: '101' }), callerGivesUp], false],
    ['it is between colleagues', [say(0, 'call.offered', { direction: 'internal', extension: '101' }), callerGivesUp], false],
  ])('missed: %s', (_, events, isMissed) => {
    expect(fold(...events).isMissed).toBe(isMissed);
  });

  test('a declined leg leaves a queued caller in the queue', () => {
    const declined = say(5, 'leg.ended', { legId: 'a' }, { end: { cause: 'declined', by: 'operator' } });
    expect(fold(offered, say(0.5, 'call.queued'), rings101, declined)).toMatchObject({ phase: 'queued', isQueued: true });
  });

  test('a caller who was talked to and waits in the queue again has nobody, until somebody takes them', () => {
    const again = [
      offered,
      rings101,
      answers101,
      say(10, 'call.queued'),
      say(11, 'leg.ringing', { legId: 'c', extension: '102' }),
    ];
    const waiting = fold(...again);
    expect(waiting).toMatchObject({ phase: 'ringing', isQueued: true, holder: null, operators: ['101'] });
    expect(waiting.legs).toMatchObject([
      { extension: '101', state: 'ended', cause: 'completed' },
      { extension: '102', state: 'ringing' },
    ]);

    const answers102 = say(13, 'call.answered', { legId: 'c', extension: '102' });
    expect(fold(...again, answers102)).toMatchObject({ phase: 'talking', holder: '102', operators: ['101', '102'] });
    expect(fold(...again, callerGivesUp)).toMatchObject({ phase: 'ended', isMissed: false });
  });

  test('a PBX that counts in whole seconds may tell of the queue after the answer of the same second, unless it numbers its events', () => {
    expect(fold(offered, rings101, answers101, say(4, 'call.queued'))).toMatchObject({ phase: 'talking', holder: '101' });

    const numbered = [offered, rings101, answers101, say(2, 'call.queued')].map(({ event, ...rest }, seq) => ({
      ...rest,
      event: { ...event, seq },
    }));
    expect(fold(...numbered)).toMatchObject({ phase: 'queued', holder: null });
  });

  test('hold and resume', () => {
    const held = say(10, 'call.held', { extension: '101' });
    expect(fold(offered, rings101, answers101, held).phase).toBe('held');
    expect(fold(offered, rings101, answers101, held, say(12, 'call.resumed', { extension: '101' })).phase).toBe('talking');
  });

  test('a blind transfer gives the call away and rings at the colleague', () => {
    const away = say(10, 'call.transferred', {}, { transfer: { kind: 'blind', fromExtension: '101', toExtension: '103' } });
    const rings103 = say(10, 'leg.ringing', { legId: 'c', extension: '103' });
    expect(fold(offered, rings101, answers101, away, rings103)).toMatchObject({ phase: 'ringing', holder: null });
    const answers103 = say(13, 'call.answered', { legId: 'c', extension: '103' });
    expect(fold(offered, rings101, answers101, away, rings103, answers103)).toMatchObject({
      phase: 'talking',
      holder: '103',
      operators: ['101', '103'],
    });
  });

  test('a call transferred out of the house goes on without any of us', () => {
    const away = say(10, 'call.transferred', {}, { transfer: { kind: 'blind', fromExtension: '101', toNumber: '+48223334455' } });
    expect(fold(offered, rings101, answers101, away)).toMatchObject({ phase: 'talking', holder: null });
  });

  test('an attended transfer hands the call to the colleague who already talks', () => {
    const away = say(10, 'call.transferred', {}, { transfer: { kind: 'attended', fromExtension: '101', toExtension: '103' } });
    expect(fold(offered, rings101, answers101, away)).toMatchObject({
      phase: 'talking',
      holder: '103',
      operators: ['101', '103'],
    });
  });

  test('between colleagues both talk, and both are out of it when it ends', () => {
    const asked = [
      say(0, 'call.offered', { direction: 'internal', from: { number: '101' }, to: { number: '103' }, extension: '101' }),
      say(1, 'leg.ringing', { legId: 'c', extension: '103' }),
    ];
    const answered = [...asked, say(3, 'call.answered', { legId: 'c', extension: '103' })];

    expect(fold(...asked).legs).toMatchObject([{ extension: '103', state: 'ringing' }]);
    expect(fold(...answered)).toMatchObject({
      holder: '103',
      operators: ['103'],
      legs: [
        { extension: '103', state: 'talking' },
        { extension: '101', state: 'talking' },
      ],
    });
    expect(fold(...answered, ends).legs.map((leg) => leg.state)).toEqual(['ended', 'ended']);
  });

  test('a transfer that does not say who gave it away is by the one who had it', () => {
    const away = say(10, 'call.transferred', {}, { transfer: { kind: 'blind', toExtension: '103' } });
    expect(fold(offered, rings101, answers101, away)).toMatchObject({
      transfers: [{ fromExtension: '101', to: '103' }],
      legs: [{ extension: '101', state: 'ended' }],
    });
  });

  test('[R5] an estimated end closes a silent call and is flagged', () => {
    expect(fold(offered, rings101, estimate(200, 2))).toMatchObject({
      phase: 'ended',
      isEstimated: true,
      cause: 'lost',
      isMissed: true,
    });
  });

  test('a real event that comes after the estimate undoes it, whenever it occurred', () => {
    expect(fold(offered, rings101, answers101, estimate(200, 2))).toMatchObject({ phase: 'talking', isEstimated: false });
    expect(fold(offered, rings101, answers101, ends, estimate(200, 2))).toMatchObject({
      phase: 'ended',
      cause: 'completed',
      isEstimated: false,
    });
  });

  test('whatever the order of arrival, and with repeats, the call is the same', () => {
    const everything = [
      offered,
      say(0.5, 'call.queued'),
      rings101,
      rings102,
      answers101,
      say(8, 'call.held', { extension: '101' }),
      say(9, 'call.resumed', { extension: '101' }),
      estimate(12, 3),
      ends,
      say(50, 'call.answered', { extension: '102' }),
      say(51, 'recording.ready', {}, { recording: { url: 'https://pbx.example/r', seconds: 3 } }),
    ];
    fc.assert(
      fc.property(fc.shuffledSubarray(everything, { minLength: 1 }), fc.infiniteStream(fc.nat()), (events, dice) => {
        const inOrder = foldCalls(events).map((each) => each.fold);
        const shuffled = events
          .map((each) => ({ each, at: dice.next().value }))
          .sort((a, b) => a.at - b.at)
          .map(({ each }) => each);
        expect(foldCalls(shuffled).map((each) => each.fold)).toEqual(inOrder);
      }),
    );
  });
});

describe('separateCalls', () => {
  const hours = (count: number) => count * 3600;

  test('[R7] an offer or ring more than six hours after the end starts a new call', () => {
    expect(separateCalls([offered, ends, say(hours(7), 'call.offered', inbound)])).toHaveLength(2);
  });

  test('exactly six hours after the end it is still the same call', () => {
    expect(separateCalls([offered, ends, say(34 + hours(6), 'call.offered', inbound)])).toHaveLength(1);
  });

  test('other events belong to the latest call begun before them', () => {
    const recording = say(hours(8), 'recording.ready', {}, { recording: { url: 'https://pbx.example/r', seconds: 3 } });
    const [first, second] = separateCalls([offered, ends, say(hours(7), 'call.offered', inbound), recording]);
    expect([first?.length, second?.length]).toEqual([2, 2]);
  });
});

function estimate(second: number, estimatedAfter: number): StoredEvent {
  return { ...say(second, 'call.ended', {}, { end: { cause: 'lost', by: 'system' } }), estimatedAfter };
}
