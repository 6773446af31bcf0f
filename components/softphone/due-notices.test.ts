import { describe, expect, test } from 'vitest';
import type { CallNotice } from './call-notices';
import { dueNotices } from './due-notices';

const atPhone: CallNotice = { callId: 'sip:1', title: 'Vera', body: '', isSilent: true, isAtPhone: true };
const atServer: CallNotice = { callId: 'call-2', title: 'Ewa', body: '', isSilent: true, isAtPhone: false };
const ringing = [atPhone, atServer];

describe('[S4.12] on the desktop', () => {
  test('is what rings, while the server tells of it', () => {
    expect(dueNotices(ringing, { isLive: true, isRegistered: true })).toEqual(ringing);
    expect(dueNotices([atServer], { isLive: true, isRegistered: false })).toEqual([atServer]);
  });

  test('is what rings at the phone of this browser, while the server is away', () => {
    expect(dueNotices(ringing, { isLive: false, isRegistered: true })).toEqual([atPhone]);
    expect(dueNotices([], { isLive: false, isRegistered: true })).toEqual([]);
  });

  test('is what the other tabs say, where this one is cut off and has no phone', () => {
    expect(dueNotices([atServer], { isLive: false, isRegistered: false })).toBeNull();
  });
});
