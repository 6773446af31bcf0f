import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { clientAddress } from './client-address.ts';

const PROXY = '10.0.0.2';

describe('[R38] the address that failures are counted by', () => {
  test('is the other end of the connection, whatever the client writes', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        expect(clientAddress('6.6.6.6', written, [PROXY])).toBe('6.6.6.6');
      }),
    );
  });

  test('is whom a proxy of this house heard, also where that wrote something itself', () => {
    expect(clientAddress(PROXY, '5.5.5.5', [PROXY])).toBe('5.5.5.5');
    expect(clientAddress(PROXY, '1.1.1.1, 5.5.5.5', [PROXY])).toBe('5.5.5.5');
    expect(clientAddress(`::ffff:${PROXY}`, '2001:db8::7', [PROXY])).toBe('2001:db8::7');
  });

  test('is looked for behind several of them', () => {
    expect(clientAddress(PROXY, '1.1.1.1, 5.5.5.5, 10.0.0.3', [PROXY, '10.0.0.3'])).toBe('5.5.5.5');
  });

  test.each(['', 'unknown', '5.5.5.5:1234', '1.1.1.1,'])('is the proxy’s own where it says %j', (said) => {
    expect(clientAddress(PROXY, said, [PROXY])).toBe(PROXY);
  });
});
