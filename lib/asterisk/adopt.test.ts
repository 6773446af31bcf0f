import { describe, expect, test } from 'vitest';
import { inbound, say } from '../calls/build-events.ts';
import { foldCall } from '../calls/fold.ts';
import type { StoredEvent } from '../calls/types.ts';
import { PbxEvent } from '../pbx/envelope.ts';
import { adopt } from './adopt.ts';
import type { Channel } from './channels.ts';

const CONFIG = { trunks: ['trunk'], extension: /^10\d$/ };
const AT = new Date('2026-11-22T10:10:00Z');

function channel(name: string, overrides: Partial<Channel> = {}): Channel {
  return {
    name: `PJSIP/${name}-0000000a`,
    id: name,
    linkedId: 'call-1',
    state: 'Up',
    exten: '',
    application: 'AppDial',
    caller: { number: '', name: '' },
    bridgeId: '',
    seconds: 60,
    ...overrides,
  };
}
const caller = (overrides: Partial<Channel> = {}) =>
  channel('trunk', { id: 'call-1', exten: '48221000001', caller: { number: '48600100101', name: 'Jan' }, ...overrides });
const talking = { bridgeId: 'b' };

function take(channels: Channel[], ...stored: StoredEvent[]) {
  const fold = stored.length > 0 ? foldCall(stored) : null;
  return adopt({ callId: 'call-1', fold, nextSeq: stored.length, channels }, CONFIG, AT);
}
const told = (channels: Channel[], ...stored: StoredEvent[]) => take(channels, ...stored)?.events.map(({ type }) => type);
/** What the call is once the events are told. */
function after(channels: Channel[], ...stored: StoredEvent[]) {
  const news = (take(channels, ...stored)?.events ?? []).flatMap((input, index): StoredEvent[] => {
    const event = PbxEvent.parse(input);
    return 'call' in event ? [{ event, webhookId: 'adopted', index }] : [];
  });
  return foldCall([...stored, ...news]);
}

const offered = say(0, 'call.offered', inbound);
const rings = say(1, 'leg.ringing', { legId: '101', extension: '101' });
const answered = say(4, 'call.answered', { legId: '101', extension: '101' });

describe('[R5] a call that is at Asterisk, taken up where its events end', () => {
  test('nothing is told of what is known', () => {
    expect(told([caller(talking), channel('101', talking)], offered, rings, answered)).toEqual([]);
    expect(told([caller(), channel('101', { state: 'Ringing' })], offered, rings)).toEqual([]);
  });

  test('its next event follows in order', () => {
    const adopted = take([caller(talking), channel('101', talking)], offered, rings);
    expect(adopted?.events).toEqual([expect.objectContaining({ type: 'call.answered', seq: 2, occurredAt: AT.toISOString() })]);
    expect(adopted?.call).toMatchObject({ told: 3, isAnswered: true, anchorId: 'call-1' });
  });

  test('it was answered meanwhile: the others ring no more', () => {
    const alsoRings = say(1, 'leg.ringing', { legId: '102', extension: '102' });
    const call = after([caller(talking), channel('101', talking)], offered, rings, alsoRings);
    expect(call).toMatchObject({ phase: 'talking', holder: '101' });
    expect(call.legs.filter((leg) => leg.state === 'ringing')).toEqual([]);
  });

  test('a colleague has it by now', () => {
    const call = after([caller(talking), channel('102', talking)], offered, rings, answered);
    expect(call).toMatchObject({ phase: 'talking', holder: '102', operators: ['101', '102'] });
  });

  test('it is held, and stays so', () => {
    const held = say(9, 'call.held', { extension: '101' });
    expect(told([caller(talking), channel('101', talking)], offered, rings, answered, held)).toEqual([]);
    expect(take([caller(talking), channel('101', talking)], offered, rings, answered, held)?.call.isHeld).toBe(true);
  });

  test('the device that rang is gone, and the caller waits in a queue', () => {
    expect(told([caller({ application: 'Queue' })], offered, rings)).toEqual(['call.queued', 'leg.ended']);
    expect(after([caller({ application: 'Queue' })], offered, rings)).toMatchObject({ phase: 'queued' });
  });

  test('whom they talked with waits in the queue again, with nobody', () => {
    const call = after([caller({ application: 'Queue' }), channel('102', { state: 'Ringing' })], offered, rings, answered);
    expect(call).toMatchObject({ phase: 'ringing', isQueued: true, holder: null });
  });

  test('it was thought lost: that it talks undoes its estimated end', () => {
    const lost = { ...say(90, 'call.ended', {}, { end: { cause: 'lost', by: 'system' } }), estimatedAfter: 3 };
    const call = after([caller(talking), channel('101', talking)], offered, rings, answered, lost);
    expect(call).toMatchObject({ phase: 'talking', isEstimated: false, holder: '101' });
  });
});

describe('a call that began while nobody listened', () => {
  test('that rings', () => {
    expect(after([caller(), channel('101', { state: 'Ringing' })])).toMatchObject({
      ...{ phase: 'ringing', direction: 'inbound', line: '48221000001', from: { number: '48600100101', name: 'Jan' } },
      startedAt: new Date('2026-11-22T10:09:00Z'),
    });
  });

  test('to the outside', () => {
    const channels = [
      channel('101', { id: 'call-1', exten: '48600100101', caller: { number: '101', name: 'Olga' }, ...talking }),
      channel('trunk', { caller: { number: '48600100101', name: '' }, ...talking }),
    ];
    expect(after(channels)).toMatchObject({
      phase: 'talking',
      direction: 'outbound',
      dialledBy: '101',
      to: { number: '48600100101' },
    });
    expect(take(channels)?.call.anchorId).toBe('trunk');
  });

  test('to the outside, and taken up again at another phone: the channel that began it is gone', () => {
    const channels = [channel('trunk', { caller: { number: '48600100101', name: '' }, ...talking }), channel('101', talking)];
    expect(after(channels)).toMatchObject({ phase: 'talking', direction: 'outbound', dialledBy: '101', holder: '101' });
  });

  test('between colleagues', () => {
    const channels = [channel('101', { id: 'call-1', exten: '102', ...talking }), channel('102', talking)];
    expect(after(channels)).toMatchObject({ phase: 'talking', direction: 'internal', dialledBy: '101', holder: '102' });
  });

  test('of which only the operator’s own phone rings: nobody is called yet', () => {
    const own = channel('101', { id: 'call-1', state: 'Ringing' });
    expect(take([own])).toMatchObject({ events: [], call: { isAnnounced: false, anchorId: 'call-1' } });
  });

  test('that no operator and no trunk has a part in is none of ours', () => {
    expect(take([channel('fax', { id: 'call-1' })])).toBeNull();
  });
});
