import type { CallsWith, PhoneStatus } from './types.ts';

type Account = {
  kind: 'practice' | 'webhook' | 'asterisk';
  callsWith: CallsWith;
  extension: string;
  device: 'unknown' | 'registered' | 'unregistered';
  /** Both the login and its password. */
  hasLogin: boolean;
};

/** A practice phone is there as soon as a desk page is, until the PBX says otherwise (contract.md); any other must have said so. */
export function phoneStatus(account: Account | null): PhoneStatus {
  if (!account) return { kind: 'none' };
  const { extension, device } = account;
  if (account.callsWith === 'application') return { kind: 'application', extension };

  const hasBrowserPhone = account.kind === 'asterisk' && account.callsWith === 'browser';
  // What Offhook connects itself needs the login (S0.1); a desk phone keeps its own.
  if (!account.hasLogin && (hasBrowserPhone || account.kind === 'practice')) return { kind: 'none', lacksLogin: true };
  if (account.kind === 'practice') return { kind: 'practice', extension, isRegistered: device !== 'unregistered' };

  const isRegistered = device === 'registered';
  if (hasBrowserPhone) return { kind: 'sip', extension, isRegistered };
  return { kind: 'desk_phone', extension, isRegistered, ...(account.kind === 'webhook' && { takesNoOrders: true }) };
}
