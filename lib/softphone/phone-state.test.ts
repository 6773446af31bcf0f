import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emptyCard } from '../caller-card/empty-card.ts';
import type { DeskCall } from '../caller-card/types.ts';
import { buildDeskCall, olga, oskar } from './build-desk-call.ts';
import { currentOf, initialPhoneState, nextPhoneState, type PhoneEvent, type PhoneState, ringingAt } from './phone-state.ts';

const me = olga.userId;
const phone = { kind: 'practice', extension: '101', isRegistered: true } as const;

const stateAfter = (events: PhoneEvent[], state: PhoneState = initialPhoneState) => events.reduce(nextPhoneState, state);
const ringing = (call: DeskCall): PhoneEvent => ({ type: 'ringing', call });
const changed = (call: DeskCall): PhoneEvent => ({ type: 'changed', call, me });
const snapshot = (calls: DeskCall[]): PhoneEvent => ({
  type: 'snapshot',
  snapshot: { now: '2026-11-22T15:02:10.000Z', phone, calls, cardFacts: ['direction', 'number'] },
  receivedAtMs: Date.parse('2026-11-22T15:02:00.000Z'),
});

const talking = (version: number, operator = olga) =>
  buildDeskCall({ version, phase: 'talking', operator, ringing: [], answeredAt: '2026-11-22T15:02:05.000Z' });
const ended = (version: number) => buildDeskCall({ version, phase: 'ended', ringing: [], endedAt: '2026-11-22T15:03:00.000Z' });

describe('a ringing call', () => {
  test('[S0.4] that rings at me is shown, with its whole card', () => {
    const call = buildDeskCall({ card: { driver: { id: 'd', name: 'Marek Kierowca', deliveries: [] } } });
    expect(ringingAt(stateAfter([ringing(call)]), me)).toEqual([call]);
  });

  test('[R8] leaves at once when a colleague answers', () => {
    const state = stateAfter([ringing(buildDeskCall({ ringing: [olga, oskar] })), changed(talking(2, oskar))]);
    expect(ringingAt(state, me)).toEqual([]);
    expect(currentOf(state, me)).toEqual([]);
  });

  test('[R8] leaves when the caller gives up, and late news do not bring it back', () => {
    const state = stateAfter([ringing(buildDeskCall()), changed(ended(3)), ringing(buildDeskCall({ version: 2 }))]);
    expect(ringingAt(state, me)).toEqual([]);
  });

  test('comes back when an end that was only assumed turns out wrong', () => {
    const state = stateAfter([ringing(buildDeskCall()), changed(ended(3)), ringing(buildDeskCall({ version: 4 }))]);
    expect(ringingAt(state, me)).toHaveLength(1);
  });

  test('keeps its card when only its facts change', () => {
    const call = buildDeskCall({ card: { driver: { id: 'd', name: 'Marek Kierowca', deliveries: [] } } });
    const state = stateAfter([ringing(call), changed(talking(2))]);
    expect(currentOf(state, me)[0]?.call.card.driver?.name).toBe('Marek Kierowca');
  });

  test('stands behind one that has waited longer', () => {
    const first = buildDeskCall({ callId: 'b', startedAt: '2026-11-22T15:00:00.000Z' });
    const second = buildDeskCall({ callId: 'a', startedAt: '2026-11-22T15:01:00.000Z' });
    expect(ringingAt(stateAfter([ringing(second), ringing(first)]), me).map((call) => call.callId)).toEqual(['b', 'a']);
  });
});

describe('a call I dialled that came to nothing', () => {
  const dialled = (facts: Partial<DeskCall> = {}) =>
    buildDeskCall({ direction: 'outbound', phase: 'ringing', operator: olga, ringing: [], ...facts });
  const over = (cause: string, facts: Partial<DeskCall> = {}) => dialled({ version: 2, phase: 'ended', cause, ...facts });

  test('stays named with its reason until another call begins', () => {
    const state = stateAfter([ringing(dialled()), changed(over('busy'))]);
    expect(state.unreached).toMatchObject({ callId: 'call-1', cause: 'busy' });
    expect(stateAfter([ringing(buildDeskCall({ callId: 'next' }))], state).unreached).toBeNull();
  });

  test('is not named when I gave up myself, when they answered, or when it was a caller’s', () => {
    expect(stateAfter([ringing(dialled()), changed(over('caller_cancelled'))]).unreached).toBeNull();
    expect(
      stateAfter([ringing(dialled()), changed(over('completed', { answeredAt: '2026-11-22T15:02:05.000Z' }))]).unreached,
    ).toBeNull();
    expect(stateAfter([ringing(buildDeskCall()), changed(ended(3))]).unreached).toBeNull();
  });
});

describe('my current call', () => {
  test('[S0.7] becomes the one I answered', () => {
    expect(currentOf(stateAfter([ringing(buildDeskCall()), changed(talking(2))]), me)).toMatchObject([{ phase: 'talking' }]);
  });

  test('[S0.19] is also the one I dial, before anybody answers', () => {
    const dialled = buildDeskCall({ direction: 'outbound', operator: olga, ringing: [] });
    expect(currentOf(stateAfter([ringing(dialled)]), me)).toMatchObject([{ phase: 'dialling' }]);
  });

  test('is the talking one first when another is on hold', () => {
    const held = { ...talking(2), callId: 'held', phase: 'held' as const };
    const up = { ...talking(2), callId: 'up', startedAt: '2026-11-22T15:09:00.000Z' };
    expect(currentOf(stateAfter([ringing(held), ringing(up)]), me).map((each) => each.call.callId)).toEqual(['up', 'held']);
  });

  test('of which only the facts arrive asks for a snapshot, because its card is missing', () => {
    const state = stateAfter([changed(talking(2))]);
    expect(currentOf(state, me)).toEqual([]);
    expect(state.needsSnapshot).toBe(true);
  });

  test('of a colleague is none of my business', () => {
    expect(stateAfter([changed(talking(2, oskar))]).needsSnapshot).toBe(false);
  });
});

describe('a snapshot', () => {
  test('replaces what was known: calls it does not name are over', () => {
    const state = stateAfter([ringing(buildDeskCall()), { type: 'lost' }, { type: 'asked' }, snapshot([])]);
    expect(ringingAt(state, me)).toEqual([]);
    expect(state.link).toBe('live');
  });

  test('does not undo what was heard while it was on its way', () => {
    const state = stateAfter([{ type: 'asked' }, changed(ended(5)), snapshot([buildDeskCall({ version: 4 })])]);
    expect(ringingAt(state, me)).toEqual([]);
  });

  test('is not trusted alone for a call that began after it was taken', () => {
    const state = stateAfter([{ type: 'asked' }, ringing(buildDeskCall()), snapshot([])]);
    expect(ringingAt(state, me)).toHaveLength(1);
  });

  test('sets the clock that timers count from', () => {
    expect(stateAfter([snapshot([])]).clockOffsetMs).toBe(10_000);
  });

  test('asked for again while live leaves the desk live', () => {
    expect(stateAfter([snapshot([]), { type: 'asked' }]).link).toBe('live');
  });
});

const history = fc.record({ length: fc.integer({ min: 1, max: 8 }), ends: fc.boolean() }).map(({ length, ends }) =>
  Array.from({ length }, (_, index) => {
    const version = index + 1;
    if (ends && version === length) return ended(version);
    return index % 2 === 0 ? buildDeskCall({ version }) : talking(version, index % 4 === 1 ? olga : oskar);
  }),
);

test('[R8] in any order, with any repeats, the highest version is what stays', () => {
  const toldAnyhow = history.chain((calls) =>
    fc.record({
      calls: fc.constant(calls),
      told: fc
        .array(fc.constantFrom(...calls), { maxLength: 20 })
        .chain((repeats) => fc.shuffledSubarray([...calls, ...repeats], { minLength: calls.length + repeats.length })),
      asCards: fc.infiniteStream(fc.boolean()),
    }),
  );

  fc.assert(
    fc.property(toldAnyhow, ({ calls, told, asCards }) => {
      const card = buildDeskCall({ version: 0 });
      const state = stateAfter([ringing(card), ...told.map((call) => (asCards.next().value ? ringing(call) : changed(call)))]);
      const last = calls.at(-1);

      expect(state.calls[card.callId]).toEqual(last?.phase === 'ended' ? undefined : last);
    }),
  );
});

test('wherever a snapshot falls among the news, the highest version heard or shown is what stays', () => {
  fc.assert(
    fc.property(history, fc.nat(), fc.nat(), (calls, askedAt, takenAt) => {
      const asked = askedAt % (calls.length + 1);
      const shown = calls[takenAt % calls.length];
      if (!shown || shown.version < asked) return;

      const before = calls.slice(0, asked).map(ringing);
      const meanwhile = calls.slice(asked).map(ringing);
      const state = stateAfter([...before, { type: 'asked' }, ...meanwhile, snapshot(shown.phase === 'ended' ? [] : [shown])]);
      const last = calls.at(-1);

      expect(state.calls[shown.callId]).toEqual(last?.phase === 'ended' ? undefined : last);
    }),
  );
});

describe('what is known of a caller changes during the call', () => {
  const card = { ...emptyCard, colleague: { id: 'u', name: 'Somebody known by now' } };
  const news: PhoneEvent = { type: 'card', callId: 'call-1', card };

  test('[S1.14] the card of the running call is the new one, and the call is as it was', () => {
    const call = talking(2);
    expect(stateAfter([ringing(call), news]).calls['call-1']).toEqual({ ...call, card });
  });

  test('news that come while a snapshot is on its way are told on top of it', () => {
    const state = stateAfter([{ type: 'asked' }, ringing(buildDeskCall()), news, snapshot([buildDeskCall()])]);
    expect(state.calls['call-1']?.card).toEqual(card);
  });

  test('of a call that is not here, or over, nothing is kept', () => {
    expect(stateAfter([news]).calls).toEqual({});
    expect(stateAfter([ringing(buildDeskCall()), changed(ended(2)), news]).calls).toEqual({});
  });
});

test('[S1.2] what the card shows comes with the snapshot', () => {
  expect(stateAfter([snapshot([])]).cardFacts).toEqual(['direction', 'number']);
});
