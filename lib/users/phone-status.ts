import type { PhoneStatus } from './types.ts';

type Account = {
  kind: 'practice' | 'webhook' | 'asterisk';
  extension: string;
  device: 'unknown' | 'registered' | 'unregistered';
};

/** A practice phone is there as soon as a desk page is, until the PBX says otherwise (contract.md); any other must have said so. */
export function phoneStatus(account: Account | null): PhoneStatus {
  if (!account) return { kind: 'none' };
  const isPractice = account.kind === 'practice';
  return {
    kind: isPractice ? 'practice' : 'sip',
    extension: account.extension,
    isRegistered: isPractice ? account.device !== 'unregistered' : account.device === 'registered',
  };
}
