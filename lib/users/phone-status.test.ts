import { describe, expect, test } from 'vitest';
import { phoneStatus } from './phone-status.ts';

const account = { kind: 'asterisk', callsWith: 'browser', extension: '101', device: 'registered', hasLogin: true } as const;

describe('which phone a user has', () => {
  test('none without an account', () => {
    expect(phoneStatus(null)).toEqual({ kind: 'none' });
  });

  test('[S2.7] the phone in the browser at an Asterisk, registered once the PBX says so', () => {
    expect(phoneStatus(account)).toEqual({ kind: 'sip', extension: '101', isRegistered: true });
    expect(phoneStatus({ ...account, device: 'unknown' })).toMatchObject({ isRegistered: false });
  });

  test('[S2.1] a desk phone where one chose it, and wherever the PBX only posts events', () => {
    const deskPhone = { kind: 'desk_phone', extension: '101', isRegistered: true };
    expect(phoneStatus({ ...account, callsWith: 'desk_phone' })).toEqual(deskPhone);
    expect(phoneStatus({ ...account, kind: 'webhook' })).toEqual({ ...deskPhone, takesNoOrders: true });
  });

  test('[S2.9] another application, whatever the PBX says', () => {
    expect(phoneStatus({ ...account, callsWith: 'application', device: 'unregistered' })).toEqual({
      kind: 'application',
      extension: '101',
    });
  });

  test('[S0.1] none without a login where Offhook is to connect it, whatever the PBX says', () => {
    const without = { ...account, hasLogin: false };
    expect(phoneStatus(without)).toEqual({ kind: 'none', lacksLogin: true });
    expect(phoneStatus({ ...without, kind: 'practice' })).toEqual({ kind: 'none', lacksLogin: true });
  });

  test('[S2.1] a desk phone and another application keep logins of their own', () => {
    const without = { ...account, hasLogin: false };
    expect(phoneStatus({ ...without, callsWith: 'desk_phone' })).toMatchObject({ kind: 'desk_phone', isRegistered: true });
    expect(phoneStatus({ ...without, kind: 'webhook' })).toMatchObject({ kind: 'desk_phone', isRegistered: true });
    expect(phoneStatus({ ...without, callsWith: 'application' })).toMatchObject({ kind: 'application' });
  });

  test('a practice phone is there until the PBX says otherwise', () => {
    expect(phoneStatus({ ...account, kind: 'practice', device: 'unknown' })).toMatchObject({
      kind: 'practice',
      isRegistered: true,
    });
    expect(phoneStatus({ ...account, kind: 'practice', device: 'unregistered' })).toMatchObject({ isRegistered: false });
  });
});
