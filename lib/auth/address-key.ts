import { isIPv6 } from 'node:net';

const MAPPED_IPV4 = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;
const GROUPS_OF_ONE_HOUSEHOLD = 4;

/** The address that failures are counted by: an IPv6 caller owns a whole /64, so that is one address. */
export function addressKey(remoteAddress: string | null | undefined): string {
  const address = (remoteAddress ?? '').split('%')[0] ?? '';
  const mapped = address.match(MAPPED_IPV4)?.[1];
  if (mapped) return mapped;
  if (!isIPv6(address)) return address || 'unknown';

  const [head = '', tail = ''] = address.toLowerCase().split('::');
  const before = head.split(':').filter(Boolean);
  const after = tail.split(':').filter(Boolean);
  const gap = address.includes('::') ? Array<string>(8 - before.length - after.length).fill('0') : [];
  const groups = [...before, ...gap, ...after].map((group) => group.replace(/^0+(?=.)/, ''));
  return `${groups.slice(0, GROUPS_OF_ONE_HOUSEHOLD).join(':')}::/64`;
}
