import { BlockList, isIPv6 } from 'node:net';

/** `private`: only for hosts that the deployer names. `never`: for nobody, since nothing of a customer's can be there. */
export type Reach = 'public' | 'private' | 'never';

// Metadata services of clouds, multicast, and addresses that stand for another one: those would have to be looked through.
const NEVER = blockList([
  '0.0.0.0/8',
  '169.254.0.0/16',
  '100.100.100.200/32',
  '168.63.129.16/32',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  'fd00:ec2::254/128',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/32',
  '2001:db8::/32',
  '2002::/16',
]);

const PRIVATE = blockList([
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '172.16.0.0/12',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '::1/128',
  'fc00::/7',
]);

// Written with an IPv4 address inside, in either of its forms: never what a resolver means by an address.
const CARRIES_IPV4 = /^::(ffff:)?(0:)?(\d+\.\d+\.\d+\.\d+|[\da-f]{1,4}:[\da-f]{1,4})$/i;

/** Where an address leads, as a resolver gave it. */
export function reachOf(address: string): Reach {
  const [plain = ''] = address.split('%');
  const family = isIPv6(plain) ? 'ipv6' : 'ipv4';
  if (family === 'ipv6' && CARRIES_IPV4.test(compressed(plain))) return 'never';
  if (NEVER.check(plain, family)) return 'never';
  return PRIVATE.check(plain, family) ? 'private' : 'public';
}

/** Whether all of a host's addresses may be connected to: one that may not be is reason enough, since any of them may be taken. */
export function mayReach(host: string, addresses: readonly string[], allowedPrivateHosts: readonly string[]): boolean {
  const isNamed = allowedPrivateHosts.includes(host);
  return (
    addresses.length > 0 &&
    addresses.every((address) => {
      const reach = reachOf(address);
      return reach === 'public' || (reach === 'private' && isNamed);
    })
  );
}

/** `0:0:0:0:0:ffff:7f00:1` → `::ffff:7f00:1`, as a URL writes it. */
function compressed(address: string): string {
  return new URL(`http://[${address}]`).hostname.slice(1, -1);
}

function blockList(subnets: readonly string[]): BlockList {
  const list = new BlockList();
  for (const subnet of subnets) {
    const [address = '', prefix] = subnet.split('/');
    list.addSubnet(address, Number(prefix), isIPv6(address) ? 'ipv6' : 'ipv4');
  }
  return list;
}
