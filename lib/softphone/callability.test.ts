import { describe, expect, test } from 'vitest';
import { connectionOf, whyNoCalls } from './callability.ts';

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
