import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mayReach, type Reach, reachOf } from './address-policy.ts';

const ADDRESSES: Record<Reach, string[]> = {
  public: ['8.8.8.8', '1.1.1.1', '172.32.0.1', '100.128.0.1', '192.167.255.255', '2606:4700::1111', '2a00:1450:4001:81b::200e'],
  private: [
    '127.0.0.1',
    '127.255.255.254',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '100.64.0.1',
    '::1',
    'fc00::1',
    'fd12:3456::1',
  ],
  never: [
    '0.0.0.0',
    '169.254.169.254',
    '169.254.0.1',
    '100.100.100.200',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    'fe80::1',
    'fe80::1%eth0',
    'febf::1',
    'ff02::1',
    'fd00:ec2::254',
    '::ffff:127.0.0.1',
    '::ffff:8.8.8.8',
    '0:0:0:0:0:ffff:7f00:1',
    '::127.0.0.1',
    '64:ff9b::a00:1',
    '64:ff9b::169.254.169.254',
    '2002:7f00:1::',
    '2001::1',
  ],
};

describe('[R39] where an address leads', () => {
  for (const [reach, addresses] of Object.entries(ADDRESSES)) {
    test.each(addresses)(`%s: ${reach}`, (address) => expect(reachOf(address)).toBe(reach));
  }

  test('no IPv4 address hides in a longer one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(reachOf(`::ffff:${address}`)).toBe('never');
        expect(reachOf(`64:ff9b::${address}`)).toBe('never');
      }),
    );
  });
});

describe('[R39] which hosts may be reached', () => {
  test('one bad address among good ones is enough to refuse', () => {
    expect(mayReach('till.example', ['8.8.8.8', '2606:4700::1111'], [])).toBe(true);
    expect(mayReach('till.example', ['8.8.8.8', '10.0.0.5'], [])).toBe(false);
    expect(mayReach('till.example', [], [])).toBe(false);
  });

  test('a host that the deployer names may be inside a private network, and only that host', () => {
    expect(mayReach('till.lan', ['10.0.0.5'], ['till.lan'])).toBe(true);
    expect(mayReach('other.lan', ['10.0.0.5'], ['till.lan'])).toBe(false);
  });

  test('a metadata address is refused even then', () => {
    expect(mayReach('till.lan', ['169.254.169.254'], ['till.lan', '169.254.169.254'])).toBe(false);
    expect(mayReach('169.254.169.254', ['169.254.169.254'], ['169.254.169.254'])).toBe(false);
  });
});
