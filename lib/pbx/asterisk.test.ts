import { describe, expect, test } from 'vitest';
import { foldCall } from '../calls/fold.ts';
import type { CallFold, StoredEvent } from '../calls/types.ts';
import { NO_CALLS, translate } from './asterisk.ts';
import type { AmiEvent } from './asterisk-ami.ts';
import { PbxEvent, type PbxEventInput } from './envelope.ts';
import { EXPECTED, type ExpectedCall } from './samples/expected.ts';
import { readSample, SAMPLE_PBX, SAMPLES } from './samples/read-sample.ts';

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

function foldAll(told: PbxEventInput[]): Map<string, CallFold> {
  const calls = new Map<string, StoredEvent[]>();
  for (const [index, input] of told.entries()) {
    const event = PbxEvent.parse(input);
    if (!('call' in event)) continue;
    calls.set(event.call.callId, [...(calls.get(event.call.callId) ?? []), { event, webhookId: 'sample', index }]);
  }
  return new Map([...calls].map(([callId, events]) => [callId, foldCall(events)]));
}

function asExpected(call: CallFold): ExpectedCall {
  const { direction, line, phase, cause, endedBy, isMissed, dialledBy, operators, waitSeconds, talkSeconds } = call;
  if (!cause || !endedBy) throw new Error('The call did not end.');

  const transfers = call.transfers.map((each) => `${each.fromExtension} ${each.kind} ${each.to}`);
  const parties = { from: call.from.number, to: call.to.number };
  return {
    direction,
    ...parties,
    line,
    phase,
    cause,
    endedBy,
    isMissed,
    dialledBy,
    operators,
    transfers,
    waitSeconds,
    talkSeconds,
  };
}

const types = (told: PbxEventInput[]) => told.map((event) => event.type);
const legEnds = (told: PbxEventInput[]) =>
  told.flatMap((event) => (event.type === 'leg.ended' ? `${event.call.extension ?? 'outside'} ${event.end.cause}` : []));

describe.each(SAMPLES)('the sample %s', (name) => {
  const { told, state } = run(readSample(name));

  test('folds to the expected calls', () => {
    const calls = [...foldAll(told)].map(([callId, call]) => [callId, asExpected(call)]);
    expect(Object.fromEntries(calls)).toEqual(EXPECTED[name].calls);
  });

  test('says which devices came and went', () => {
    const devices = told.flatMap((event) => ('device' in event ? `${event.device.extension} ${event.type}` : []));
    expect(devices).toEqual(EXPECTED[name].devices);
  });

  test('leaves nothing behind in the translator', () => {
    expect(state).toEqual(NO_CALLS);
  });

  test('numbers the events of each call without a gap', () => {
    for (const callId of Object.keys(EXPECTED[name].calls)) {
      const events = told.filter((event) => 'call' in event && event.call.callId === callId);
      expect(events.map((event) => event.seq)).toEqual([...events.keys()]);
    }
  });
});

test('calls that run at the same time do not touch each other', () => {
  const all = SAMPLES.flatMap((name) => readSample(name).map((event, index) => ({ event, index })));
  const interleaved = all.sort((a, b) => a.index - b.index).map((each) => each.event);

  const calls = [...foldAll(run(interleaved).told)].map(([callId, call]) => [callId, asExpected(call)]);
  expect(Object.fromEntries(calls)).toEqual(Object.assign({}, ...Object.values(EXPECTED).map((each) => each.calls)));
});

describe('what a call tells, in order', () => {
  test('a call through a queue with a hold', () => {
    expect(types(run(readSample('inbound_answered')).told)).toEqual([
      'call.offered',
      'call.queued',
      'leg.ringing',
      'call.answered',
      'call.held',
      'call.resumed',
      'leg.ended',
      'call.ended',
    ]);
  });

  test("the caller's name and the line called come with the offer", () => {
    expect(run(readSample('inbound_answered')).told[0]).toEqual({
      type: 'call.offered',
      occurredAt: '2026-11-22T00:50:37.646Z',
      seq: 0,
      call: {
        callId: '1795308637.15',
        direction: 'inbound',
        from: { number: '79161234567', name: 'Outside' },
        to: { number: '88001000001' },
        line: '88001000001',
      },
    });
  });

  test('[R8] the operator who did not get the call stops ringing, though Asterisk says so twice', () => {
    expect(legEnds(run(readSample('answered_elsewhere')).told)).toEqual(['102 answered_elsewhere', '101 completed']);
  });

  test('a device that rejects has declined, a far side that is busy is busy', () => {
    expect(legEnds(run(readSample('inbound_rejected')).told)).toEqual(['101 declined']);
    expect(legEnds(run(readSample('outbound_busy')).told)).toEqual(['outside busy']);
  });

  test('an Unhold without a Hold says nothing', () => {
    expect(types(run(readSample('blind_transfer')).told)).not.toContain('call.resumed');
  });

  test('an attended transfer names the consultation and ends it', () => {
    const { told } = run(readSample('attended_transfer'));

    expect(told.find((event) => event.type === 'call.transferred')).toMatchObject({
      call: { callId: '1795308747.48' },
      transfer: { kind: 'attended', fromExtension: '101', toExtension: '102', consultCallId: '1795308751.50' },
    });
    expect(told.filter((event) => event.type === 'call.ended').map((event) => event.call.callId)).toEqual([
      '1795308751.50',
      '1795308747.48',
    ]);
  });
});

test('[S3.16] a call that is passed on is still of the caller, whichever colleague rang the one who has it', () => {
  const { told } = run(readSample('attended_transfer'));
  const named = told.flatMap((event) =>
    'call' in event && event.call.callId === '1795308747.48' ? (event.call.from ?? []) : [],
  );
  expect(named.map(({ number }) => number)).toEqual(['79161234573']);
  expect(foldAll(told).get('1795308747.48')).toMatchObject({
    direction: 'inbound',
    from: { number: '79161234573' },
    holder: '102',
  });
});

describe('what the samples do not hold', () => {
  const change = (events: AmiEvent[], name: string, fields: Record<string, string>) =>
    events.map((event) => (event.Event === name ? { ...event, ...fields } : event));
  const without = (events: AmiEvent[], ...names: string[]) => events.filter((event) => !names.includes(event.Event));
  const endOf = (events: AmiEvent[]) => [...foldAll(run(events).told).values()].map((call) => `${call.cause} by ${call.endedBy}`);

  test('[S0.6] our own phone rejects with 603, which Asterisk may call NOANSWER', () => {
    const sample = change(readSample('inbound_missed'), 'Hangup', { Cause: '21', TechCause: '603' });
    expect(legEnds(run(sample).told)).toEqual(['101 declined']);
    expect(endOf(sample)).toEqual(['declined by operator']);
  });

  test('a rejection with 603 is one, also where Asterisk tells of the caller’s hangup before that of the phone', () => {
    const declined = readSample('inbound_rejected').map((event): AmiEvent => {
      if (event.Event === 'DialEnd') return { ...event, DialStatus: 'NOANSWER' };
      const isPhones = event.Channel?.startsWith('PJSIP/101-') && (event.Event === 'HangupRequest' || event.Event === 'Hangup');
      return isPhones ? { ...event, Cause: '21', TechCause: '603' } : event;
    });
    const phones = declined.filter((event) => event.Event === 'Hangup' && event.Channel?.startsWith('PJSIP/101-'));
    const late = [...declined.filter((event) => !phones.includes(event)), ...phones];

    expect(legEnds(run(late).told)).toEqual(['101 declined']);
    expect(endOf(late)).toEqual(['declined by operator']);
  });

  test('CHANUNAVAIL and CONGESTION are unreachable', () => {
    for (const DialStatus of ['CHANUNAVAIL', 'CONGESTION']) {
      expect(endOf(change(readSample('inbound_missed'), 'DialEnd', { DialStatus }))).toEqual(['unreachable by system']);
    }
  });

  test('a number that nobody has is not found', () => {
    expect(endOf(change(readSample('operator_offline_call'), 'Hangup', { Cause: '1' }))).toEqual(['not_found by system']);
  });

  test('a queue that ran out of time', () => {
    const sample = change(without(readSample('queue_abandon'), 'QueueCallerAbandon', 'HangupRequest'), 'DialEnd', {
      DialStatus: 'NOANSWER',
    });
    expect(endOf(sample)).toEqual(['queue_timeout by system']);
  });

  test('without a HangupRequest the queue says who hung up', () => {
    const sample = without(readSample('inbound_answered'), 'HangupRequest');
    expect(endOf(sample)).toEqual(['completed by caller']);
    expect(endOf(change(sample, 'AgentComplete', { Reason: 'agent' }))).toEqual(['completed by operator']);
  });

  test('[R29] a withheld caller has no number', () => {
    const sample = change(readSample('inbound_missed'), 'Newchannel', { CallerIDNum: '<unknown>', CallerIDName: '<unknown>' });
    expect([...foldAll(run(sample).told).values()][0]?.from).toEqual({ number: '', name: '' });
  });

  test('a transfer that failed is none', () => {
    const { told } = run(change(readSample('blind_transfer'), 'BlindTransfer', { Result: 'Fail' }));
    expect(types(told)).not.toContain('call.transferred');
  });

  test('an attended transfer that the phone asks for on its consultation', () => {
    const turned = new Map([
      ['Orig', 'Second'],
      ['Second', 'Orig'],
      ['Transferee', 'TransferTarget'],
      ['TransferTarget', 'Transferee'],
    ]);
    const turn = (name: string) => name.replace(/^(Orig|Second|TransferTarget|Transferee)/, (word) => turned.get(word) ?? word);
    const sample = readSample('attended_transfer').map((event) =>
      event.Event === 'AttendedTransfer'
        ? { ...event, ...Object.fromEntries(Object.entries(event).map(([name, text]) => [turn(name), text])) }
        : event,
    );

    const calls = [...foldAll(run(sample).told)].map(([callId, call]) => [callId, asExpected(call)]);
    expect(Object.fromEntries(calls)).toEqual(EXPECTED.attended_transfer.calls);
  });

  test('a call that began before we listened stays silent', () => {
    expect(run(readSample('inbound_answered').slice(5)).told).toEqual([]);
  });

  test('click to call that the operator does not pick up is no call', () => {
    const sample = readSample('click_to_call_ari').filter((event) => event.Event !== 'DialBegin' || !event.Channel);
    expect(run(sample).told).toEqual([]);
  });
});
