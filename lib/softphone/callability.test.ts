import { describe, expect, test } from 'vitest';
import { connectionOf, whyNoCalls, whyNot } from './callability.ts';

const registered = { kind: 'practice', extension: '101', isRegistered: true } as const;
const unregistered = { ...registered, isRegistered: false };

describe('whether calls can be made', () => {
  test('[S0.3] a registered phone on a live page can call', () => {
    expect(whyNoCalls({ link: 'live', phone: registered, sip: null })).toBeNull();
    expect(connectionOf({ link: 'live', phone: registered, sip: null })).toBe('connected');
  });

  test('[S0.3a] a phone that the PBX lost cannot, and says so', () => {
    expect(whyNoCalls({ link: 'live', phone: unregistered, sip: null })).toBe('notConnected');
  });

  test('[S0.1] a user without a phone has another reason than one whose phone is away', () => {
    expect(whyNoCalls({ link: 'live', phone: { kind: 'none' }, sip: null })).toBe('noPhone');
    expect(whyNoCalls({ link: 'lost', phone: { kind: 'none' }, sip: null })).toBe('noPhone');
  });

  test('before the first snapshot, and while the server is away, nobody knows better than connecting', () => {
    expect(whyNoCalls({ link: 'asking', phone: null, sip: null })).toBe('connecting');
    expect(whyNoCalls({ link: 'lost', phone: registered, sip: null })).toBe('connecting');
  });
});

describe('whether a button works', () => {
  const deskPhone = { kind: 'desk_phone', extension: '104', isRegistered: true } as const;
  const live = { link: 'live', sip: null } as const;

  test('[S2.9b] at a desk phone those that its PBX can press for it, and the others say where it is done', () => {
    expect(whyNot({ ...live, phone: deskPhone }, 'dial')).toBeNull();
    expect(whyNot({ ...live, phone: deskPhone }, 'hold')).toBe('usePhoneKeys');
    expect(whyNot({ ...live, phone: deskPhone }, 'pause')).toBe('usePhoneKeys');
  });

  test('[S0.3a] what a desk phone can waits until it is connected; what it cannot waits for nothing', () => {
    const away = { ...live, phone: { ...deskPhone, isRegistered: false } };
    expect(whyNot(away, 'dial')).toBe('notConnected');
    expect(whyNot(away, 'hold')).toBe('usePhoneKeys');
  });

  test('[S2.9] none where another application has the calls', () => {
    expect(whyNot({ ...live, phone: { kind: 'application', extension: '101' } }, 'answer')).toBe('useApplication');
  });

  test('[S0.7a] Pause needs no connection', () => {
    expect(whyNot({ link: 'lost', phone: registered, sip: null }, 'pause')).toBeNull();
    expect(whyNot({ link: 'lost', phone: registered, sip: null }, 'hold')).toBe('connecting');
  });

  test('in a call of this browser they work on, whatever phone its user was given meanwhile', () => {
    const sip = { registration: 'registered', problem: null } as const;
    for (const phone of [deskPhone, { kind: 'none', lacksLogin: true } as const]) {
      expect(whyNot({ ...live, phone, sip }, 'hold')).toBeNull();
      expect(connectionOf({ ...live, phone, sip })).toBe('connected');
    }
  });
});
