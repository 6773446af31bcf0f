import { describe, expect, test } from 'vitest';
import { type PhoneAbilities, whatPhoneCan } from './what-phone-can.ts';

const at = { extension: '101', isRegistered: true };
const deskPhone = { kind: 'desk_phone', ...at } as const;

const possible = (abilities: PhoneAbilities) =>
  Object.entries(abilities).flatMap(([deed, isPossible]) => (isPossible ? deed : []));
const ALL = possible(whatPhoneCan({ phone: { kind: 'practice', ...at }, sip: null }));

describe('what the desk can do at a phone', () => {
  test('[S0.7] everything at the practice phone and at one in the browser, also before it is there', () => {
    expect(ALL).toHaveLength(11);
    expect(possible(whatPhoneCan({ phone: { kind: 'sip', ...at }, sip: null }))).toEqual(ALL);
    expect(possible(whatPhoneCan({ phone: null, sip: null }))).toEqual(ALL);
  });

  test('[S2.9b] a desk phone is rung and its calls are hung up; its own keys answer, reject, pause, hold, send digits and transfer', () => {
    expect(possible(whatPhoneCan({ phone: deskPhone, sip: null }))).toEqual(['hangUp', 'dial', 'resume']);
  });

  test('nothing where its PBX only tells what happens', () => {
    expect(possible(whatPhoneCan({ phone: { ...deskPhone, takesNoOrders: true }, sip: null }))).toEqual([]);
  });

  test('[S2.9] nothing where another application has the calls', () => {
    expect(possible(whatPhoneCan({ phone: { kind: 'application', extension: null }, sip: null }))).toEqual([]);
  });

  test('everything in a call of this browser whose user was given another phone meanwhile', () => {
    for (const phone of [deskPhone, { kind: 'none' } as const]) expect(possible(whatPhoneCan({ phone, sip: {} }))).toEqual(ALL);
  });
});
