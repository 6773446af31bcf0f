import { beforeEach, describe, expect, test } from 'vitest';
import { type ActionResult, done, refused } from '../../action-result.ts';
import { buildDeskCall } from '../build-desk-call.ts';
import { buildSipCall } from './build-sip-call.ts';
import type { JoinedCall } from './join-calls.ts';
import type { SipAct, SipAnswer } from './sip-act.ts';
import { createSipDeskPhone } from './sip-desk-phone.ts';

const sip = buildSipCall();
const ringing: JoinedCall = { call: buildDeskCall(), phase: 'ringing', sip };

let calls: JoinedCall[];
let acts: SipAct[];
let answer: SipAnswer;
let served: string[];
let tied: string[];
let bring: () => ActionResult;

beforeEach(() => {
  calls = [ringing];
  acts = [];
  served = [];
  tied = [];
  bring = () => done;
  answer = { ok: true, data: { id: sip.id } };
});

const phone = createSipDeskPhone({
  act: async (act) => {
    acts.push(act);
    return answer;
  },
  joined: () => calls,
  whenJoined: async (fits) => calls.find(fits) ?? null,
  colleagueWith: (callId) => (callId === 'of-oskar' ? 'Oskar Operator' : null),
  server: {
    resume: async (callId) => {
      served.push(`resume ${callId}`);
      return bring();
    },
    hangUp: async (callId) => {
      served.push(`hangUp ${callId}`);
      return { ok: true, data: undefined };
    },
  },
  tieToDelivery: (callId, deliveryId) => void tied.push(`${callId} ${deliveryId}`),
  presents: (lineId) => (lineId === 'line-1' ? '+48221000001' : null),
});

describe('the desk’s words for calls become the phone’s', () => {
  test('[S0.6] an act on a call of the server goes to the phone’s call', async () => {
    await expect(phone.answer('call-1')).resolves.toMatchObject({ ok: true });
    expect(acts).toEqual([{ act: 'answer', id: 'sip-1' }]);
  });

  test('one that the server has not told of goes by the phone’s own id, also after it has', async () => {
    await phone.hangUp('sip:sip-1');
    expect(acts).toEqual([{ act: 'hangUp', id: 'sip-1' }]);
  });

  test('a call that never comes to this phone says so', async () => {
    calls = [{ ...ringing, sip: null }];
    await expect(phone.hangUp('call-1')).resolves.toMatchObject({ reason: 'phoneNotConnected' });
    calls = [];
    await expect(phone.answer('sip:sip-1')).resolves.toMatchObject({ reason: 'callEnded' });
    expect(served).toEqual([]);
  });

  test('[R9] one that a colleague has by then is told with the name', async () => {
    await expect(phone.answer('of-oskar')).resolves.toMatchObject({
      reason: 'answeredByColleague',
      values: { name: 'Oskar Operator' },
    });
  });
});

describe('a call that rang before this phone was there', () => {
  test('[S0.6] is brought to it, and who pressed Answer has answered', async () => {
    calls = [{ ...ringing, sip: null }];
    bring = () => {
      calls = [ringing];
      return done;
    };
    await expect(phone.answer('call-1')).resolves.toMatchObject({ ok: true });
    expect(served).toEqual(['resume call-1']);
    expect(acts).toEqual([{ act: 'answer', id: 'sip-1' }]);
  });

  test('is over where the PBX knows of none that rings here', async () => {
    calls = [{ ...ringing, sip: null }];
    bring = () => refused('notFound');
    await expect(phone.answer('call-1')).resolves.toMatchObject({ reason: 'callEnded' });
    expect(acts).toEqual([]);
  });
});

describe('a call that is up on no phone of this browser', () => {
  beforeEach(() => {
    calls = [{ call: buildDeskCall(), phase: 'elsewhere', sip: null }];
  });

  test('is hung up by the PBX', async () => {
    await phone.hangUp('call-1');
    expect(served).toEqual(['hangUp call-1']);
    expect(acts).toEqual([]);
  });

  test('is taken up again: the PBX rings, and who asked for it has answered', async () => {
    calls = [ringing];
    await phone.resume('call-1');
    expect(served).toEqual(['resume call-1']);
    expect(acts).toEqual([{ act: 'answer', id: 'sip-1' }]);
  });
});

describe('dialling', () => {
  test('[S2.4] presents the number of the chosen line', async () => {
    await phone.dial('600100101', { lineId: 'line-1' });
    expect(acts).toEqual([{ act: 'dial', number: '600100101', presents: '+48221000001' }]);
  });

  test('[S0.20] ties the call to its delivery once the server knows the call', async () => {
    await expect(phone.dial('600100101', { deliveryId: 'd' })).resolves.toEqual({ ok: true, data: { callId: 'sip:sip-1' } });
    await Promise.resolve();
    expect(tied).toEqual(['call-1 d']);
  });
});
