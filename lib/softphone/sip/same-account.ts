import type { SipAccount } from './sip-account.ts';

/** Whether a phone that holds one of them may go on as it is. */
export function isSameAccount(one: SipAccount, other: SipAccount): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ server, domain, login, extension, secret, iceServers }: SipAccount): string {
  const passed = 'ha1' in secret ? ['ha1', secret.ha1] : ['password', secret.password];
  return JSON.stringify([server, domain, login, extension, passed, iceServers.map(wayOf)]);
}

/** A TURN login is another each time it is asked for: it names when it ends. */
function wayOf({ urls, username }: SipAccount['iceServers'][number]): [string, boolean] {
  return [urls, username !== undefined];
}
