import { isIP } from 'node:net';
import { addressKey } from '../lib/auth/address-key.ts';

/**
 * Whom a request came from: the one at the other end of the connection, or, where that is a proxy of this house, whom the proxy says
 * it was. Each proxy adds the one it heard to the end of `X-Forwarded-For`, so it is read from there, and only as far as our own
 * proxies wrote it: what stands before is the client's to invent.
 */
export function clientAddress(remote: string, forwardedFor: string, proxies: readonly string[]): string {
  const trusted = new Set(proxies.map(addressKey));
  const heard = forwardedFor.split(',').map((address) => address.trim());

  let client = remote;
  while (trusted.has(addressKey(client))) {
    const before = heard.pop();
    if (!before || isIP(before) === 0) break;
    client = before;
  }
  return client;
}
