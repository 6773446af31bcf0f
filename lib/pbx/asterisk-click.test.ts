import { describe, expect, test } from 'vitest';
import { foldCall } from '../calls/fold.ts';
import type { StoredEvent } from '../calls/types.ts';
import { NO_CALLS, translate } from './asterisk.ts';
import type { AmiEvent } from './asterisk-ami.ts';
import { PbxEvent, type PbxEventInput } from './envelope.ts';
import { SAMPLE_PBX } from './samples/read-sample.ts';

// Calls that Offhook places at a desk phone, as a real Asterisk 22 told of them, shortened to what is read.

const CLICK = 'offhook-3f0c1a52';
const START = 1_795_821_215;

const say = (second: number, Event: string, fields: Record<string, string>): AmiEvent => ({
  Event,
  Timestamp: String(START + second),
  ...fields,
});
const OPERATOR = { Channel: 'PJSIP/101-00000003', Uniqueid: CLICK, Linkedid: CLICK };
const FAR = { DestChannel: 'PJSIP/trunk-00000004', DestUniqueid: 'far', DestCallerIDNum: '79161112233' };
const AGAIN = { DestChannel: 'PJSIP/101-00000005', DestUniqueid: 'again' };
const TRUNK = { Channel: 'PJSIP/trunk-00000004', Uniqueid: 'far' };

const rings = [
  say(0, 'Newchannel', { ...OPERATOR, Exten: 's', CallerIDNum: '101' }),
  say(0, 'DialBegin', { DestChannel: OPERATOR.Channel, DestUniqueid: CLICK }),
];
const pickedUp = [
  say(1, 'DialEnd', { DestChannel: OPERATOR.Channel, DestUniqueid: CLICK, DialStatus: 'ANSWER' }),
  say(1, 'OriginateResponse', { Response: 'Success', Uniqueid: CLICK }),
  say(1, 'Newchannel', { Channel: TRUNK.Channel, Uniqueid: 'far', Linkedid: CLICK, Exten: 's' }),
  say(1, 'DialBegin', { ...OPERATOR, ...FAR, Exten: '79161112233', CallerIDNum: '88001000002' }),
];
const answered = [say(3, 'DialEnd', { ...OPERATOR, ...FAR, DialStatus: 'ANSWER' })];

function run(events: AmiEvent[]) {
  let state = NO_CALLS;
  const told: PbxEventInput[] = [];
  for (const event of events) {
    const translation = translate(state, event, SAMPLE_PBX);
    state = translation.state;
    told.push(...translation.events);
  }
  return { state, told };
}

/** With what the desk told when it asked for the call. */
function callOf(events: AmiEvent[]) {
  const offered: PbxEventInput = {
    type: 'call.offered',
    occurredAt: new Date(START * 1000).toISOString(),
    seq: 0,
    call: { callId: CLICK, direction: 'outbound', from: { number: '101' }, to: { number: '+79161112233' }, extension: '101' },
  };
  const stored = [offered, ...run(events).told].map((input, index): StoredEvent => {
    const event = PbxEvent.parse(input);
    if (!('call' in event)) throw new Error('not about a call');
    return { event, webhookId: 'click', index };
  });
  expect(stored.map(({ event }) => event.seq)).toEqual([...stored.keys()]);
  return foldCall(stored);
}

const types = (events: AmiEvent[]) => run(events).told.map((event) => event.type);

describe('a call that Offhook places', () => {
  test('is not offered a second time, and goes on where its offer ended', () => {
    expect(types([...rings, ...pickedUp, ...answered])).toEqual(['leg.ringing', 'call.answered']);
    expect(callOf([...rings, ...pickedUp, ...answered])).toMatchObject({
      ...{ phase: 'talking', direction: 'outbound', dialledBy: '101', holder: '101', line: '88001000002' },
    });
  });

  test('ends with the operator who hangs up at the card', () => {
    const ends = [
      say(9, 'SoftHangupRequest', OPERATOR),
      say(9, 'Hangup', { ...OPERATOR, Cause: '16' }),
      say(9, 'Hangup', { ...TRUNK, Cause: '16' }),
    ];
    const events = [...rings, ...pickedUp, ...answered, ...ends];
    expect(callOf(events)).toMatchObject({ phase: 'ended', cause: 'completed', endedBy: 'operator', talkSeconds: 6 });
    expect(run(events).state).toEqual(NO_CALLS);
  });

  test('ends where the operator does not pick up: Asterisk says that it failed, and then hangs up', () => {
    const failed = say(30, 'OriginateResponse', { Response: 'Failure', Reason: '3', Uniqueid: CLICK });
    const events = [...rings, failed, say(30, 'Hangup', { ...OPERATOR, Cause: '19' })];
    expect(callOf(events)).toMatchObject({ phase: 'ended', cause: 'no_answer', isMissed: false });
    expect(types(events)).toEqual(['call.ended']);
  });

  test('ends where their phone could not even be rung', () => {
    const events = [say(0, 'OriginateResponse', { Response: 'Failure', Reason: '0', Uniqueid: CLICK })];
    expect(callOf(events)).toMatchObject({ phase: 'ended', cause: 'unreachable' });
  });

  test('a call that somebody else has Asterisk place, and that fails, is none of ours', () => {
    expect(types([say(0, 'OriginateResponse', { Response: 'Failure', Uniqueid: '<unknown>' })])).toEqual([]);
    expect(types([say(0, 'OriginateResponse', { Response: 'Failure', Uniqueid: '1795821215.1' })])).toEqual([]);
  });

  test('to a colleague is internal', () => {
    const dialled = say(1, 'DialBegin', { ...OPERATOR, DestChannel: 'PJSIP/102-00000004', DestUniqueid: 'far', Exten: '102' });
    const picked = say(3, 'DialEnd', { ...OPERATOR, DestUniqueid: 'far', DialStatus: 'ANSWER' });
    expect(run([...rings, dialled, picked]).told.at(-1)).toMatchObject({ type: 'call.answered', call: { extension: '102' } });
  });
});

describe('an outgoing call that is taken up again at another phone', () => {
  const moved = [
    say(5, 'Hold', OPERATOR),
    say(6, 'SoftHangupRequest', OPERATOR),
    say(6, 'Hangup', { ...OPERATOR, Cause: '16' }),
    say(6, 'Newchannel', { Channel: AGAIN.DestChannel, Uniqueid: 'again', Linkedid: CLICK, Exten: 's' }),
    say(6, 'DialBegin', { ...TRUNK, ...AGAIN, Exten: '101' }),
  ];
  const back = say(8, 'DialEnd', { ...TRUNK, ...AGAIN, DialStatus: 'ANSWER' });
  const before = [...rings, ...pickedUp, ...answered];

  test('goes on, though the channel that dialled it has hung up', () => {
    expect(callOf([...before, ...moved])).toMatchObject({ phase: 'held', holder: '101' });
    expect(callOf([...before, ...moved, back])).toMatchObject({ phase: 'talking', holder: '101', operators: ['101'] });
  });

  test('can be held again, and is ended by whoever ends it then', () => {
    const again = { Channel: AGAIN.DestChannel, Uniqueid: 'again' };
    const ends = [say(20, 'HangupRequest', TRUNK), say(20, 'Hangup', { ...TRUNK, Cause: '16' })];
    const events = [...before, ...moved, back, say(10, 'Hold', again), say(12, 'Unhold', again), ...ends];
    expect(types(events).filter((type) => type === 'call.held' || type === 'call.resumed')).toEqual([
      'call.held',
      'call.held',
      'call.resumed',
    ]);
    expect(callOf(events)).toMatchObject({ phase: 'ended', cause: 'completed', endedBy: 'caller', talkSeconds: 17 });
  });
});
