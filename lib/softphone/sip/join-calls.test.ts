import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { DeskCall } from '../../caller-card/types.ts';
import { buildDeskCall, olga, oskar } from '../build-desk-call.ts';
import { buildSipCall } from './build-sip-call.ts';
import { joinCalls } from './join-calls.ts';
import type { SipCall } from './sip-state.ts';

const me = olga.userId;

function join(calls: DeskCall[], sipCalls: SipCall[], ended: string[] = []) {
  return joinCalls({ calls, sipCalls, me, ended: new Set(ended), clockOffsetMs: 0 });
}

const talkingAtOlga = (facts: Parameters<typeof buildDeskCall>[0] = {}) =>
  buildDeskCall({ phase: 'talking', operator: olga, ringing: [], answeredAt: '2026-11-22T15:02:05.000Z', ...facts });

describe('one call, told twice', () => {
  test('the PBX’s id joins them, whatever the numbers say', () => {
    const call = buildDeskCall({ pbxCallId: '17.1' });
    const sip = buildSipCall({ pbxCallId: '17.1', number: 'anonymous' });
    expect(join([call], [sip])).toEqual([{ call, sip, phase: 'ringing' }]);
  });

  test('without an id the number does, however it is written', () => {
    const call = buildDeskCall({ pbxCallId: '17.1' });
    expect(join([call], [buildSipCall({ pbxCallId: null, number: '600199999' })])).toMatchObject([
      { call: { callId: call.callId } },
    ]);
  });

  test('of two calls of one number the closest in time is the one', () => {
    const early = buildDeskCall({ callId: 'early', pbxCallId: '1', startedAt: '2026-11-22T15:00:00.000Z' });
    const late = buildDeskCall({ callId: 'late', pbxCallId: '2', startedAt: '2026-11-22T15:02:01.000Z' });
    const [first] = join([early, late], [buildSipCall({ pbxCallId: null })]);
    expect(first?.call.callId).toBe('late');
  });

  test('a phone that rings is not joined with a call that was dialled', () => {
    const dialled = buildDeskCall({ direction: 'outbound', phase: 'ringing', operator: olga, ringing: [], pbxCallId: '9' });
    const joined = join([dialled], [buildSipCall({ pbxCallId: null })]);
    expect(joined.map(({ phase }) => phase)).toEqual(['ringing', 'dialling']);
  });

  test('the phone has it first: number and name as SIP brought them', () => {
    const [joined] = join([], [buildSipCall({ number: '600199999', name: 'Jan' })]);
    expect(joined?.call).toMatchObject({
      callId: 'sip:sip-1',
      pbxName: 'Jan',
      number: { display: '600199999' },
      card: { customers: [] },
    });
  });

  test('[R29] a caller who hides is withheld on the provisional card too', () => {
    expect(join([], [buildSipCall({ number: 'anonymous' })])[0]?.call.number.isWithheld).toBe(true);
  });

  test('the server has it first: it rings, and waits for the phone', () => {
    expect(join([buildDeskCall()], [])).toMatchObject([{ phase: 'ringing', sip: null }]);
  });
});

describe('what the phone does goes before what the server has heard', () => {
  test('a call that was answered or put on hold here is, before the PBX has told of it', () => {
    const sip = buildSipCall({ phase: 'talking', answeredAtMs: Date.parse('2026-11-22T15:02:07.000Z') });
    expect(join([buildDeskCall()], [sip])).toMatchObject([
      { phase: 'talking', call: { answeredAt: '2026-11-22T15:02:07.000Z' } },
    ]);
    expect(join([talkingAtOlga()], [{ ...sip, isHeld: true }])).toMatchObject([{ phase: 'held' }]);
  });

  test('one that ended here a moment ago is gone, by either name', () => {
    const call = talkingAtOlga({ callId: 'c', pbxCallId: 'p' });
    expect(join([call], [], ['p'])).toEqual([]);
    expect(join([call], [], ['c'])).toEqual([]);
  });

  test('one that ended here a moment ago lends its card to no other call of that number, and to none by guess', () => {
    const over = talkingAtOlga({ callId: 'c', pbxCallId: 'p' });
    const next = buildSipCall({ pbxCallId: 'q', phase: 'talking' });
    expect(join([over], [next], ['c'])).toMatchObject([{ call: { callId: 'sip:sip-1' } }]);
    expect(join([over], [{ ...next, number: '600100102' }], ['c'])).toMatchObject([{ call: { callId: 'sip:sip-1' } }]);
  });

  test('the PBX may bring it back to this phone all the same', () => {
    const call = buildDeskCall({ callId: 'c', pbxCallId: 'p' });
    expect(join([call], [buildSipCall({ pbxCallId: 'p' })], ['c', 'p'])).toMatchObject([{ call: { callId: 'c' } }]);
  });

  test('one that is mine at the PBX and on no phone of this browser is elsewhere', () => {
    expect(join([talkingAtOlga()], [])).toMatchObject([{ phase: 'elsewhere', sip: null }]);
  });

  test('a colleague’s call is not shown', () => {
    expect(join([talkingAtOlga({ operator: oskar })], [])).toEqual([]);
  });
});

describe('[S3.5] after an attended transfer the consultation’s phone call is the customer’s call', () => {
  const customersCall = talkingAtOlga({
    callId: 'main',
    pbxCallId: 'main',
    number: { e164: '+48600100105', display: '+48 600 100 105', isWithheld: false },
  });

  test('on the number that the PBX asserts', () => {
    const sip = buildSipCall({ pbxCallId: 'consult', phase: 'talking', number: '600100105' });
    expect(join([customersCall], [sip])).toMatchObject([{ call: { callId: 'main' }, phase: 'talking' }]);
  });

  test('also before the PBX has asserted it: a single rest on both sides', () => {
    const sip = buildSipCall({ pbxCallId: 'consult', phase: 'talking', number: '102' });
    expect(join([customersCall], [sip])).toMatchObject([{ call: { callId: 'main' } }]);
  });

  test('not by guess while another call could be meant', () => {
    const sips = ['a', 'b'].map((id) => buildSipCall({ id, pbxCallId: id, phase: 'talking', number: '102' }));
    expect(join([customersCall], sips).map(({ call }) => call.callId)).toEqual(['sip:a', 'sip:b', 'main']);
  });
});

test('never two cards for one call, and no call of the phone is lost', () => {
  const anyPhase = fc.constantFrom('ringing' as const, 'dialling' as const, 'talking' as const);
  const anySip = fc.record({
    pbxCallId: fc.constantFrom(null, '1', '2', '3'),
    phase: anyPhase,
    number: fc.constantFrom('600100101', '102', ''),
  });
  const anyCall = fc.record({ pbxCallId: fc.constantFrom('1', '2', '3'), isTalking: fc.boolean() });
  fc.assert(
    fc.property(
      fc.array(anySip, { maxLength: 4 }),
      fc.uniqueArray(anyCall, { maxLength: 3, selector: (each) => each.pbxCallId }),
      (sips, calls) => {
        const sipCalls = sips.map((each, index) => buildSipCall({ id: `s${index}`, ...each }));
        const deskCalls = calls.map(({ pbxCallId, isTalking }) =>
          isTalking
            ? talkingAtOlga({ callId: `c${pbxCallId}`, pbxCallId })
            : buildDeskCall({ callId: `c${pbxCallId}`, pbxCallId }),
        );
        const joined = join(deskCalls, sipCalls);
        const ids = joined.map(({ call }) => call.callId);
        expect(new Set(ids).size).toBe(ids.length);
        expect(joined.flatMap(({ sip }) => sip?.id ?? []).toSorted()).toEqual(sipCalls.map(({ id }) => id).toSorted());
        expect(deskCalls.every(({ callId }) => ids.includes(callId))).toBe(true);
      },
    ),
  );
});
