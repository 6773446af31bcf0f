const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\\.?';
const IPV6 = '[0-9a-f]*:[0-9a-f:.]+';
const HOST = new RegExp(`^(?:${NAME}|${IPV6})$`, 'i');
const STUN = new RegExp(`^stuns?:(?:${NAME}|\\[${IPV6}\\])(?::(\\d+))?$`, 'i');
const TURN = new RegExp(`^turns?:(?:${NAME}|\\[${IPV6}\\])(?::(\\d+))?(?:\\?transport=(?:udp|tcp))?$`, 'i');
const HIGHEST_PORT = 65_535;

/** A name or an IP address, without a port. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** As browsers take it (RFC 7064): of another a call's peer connection cannot even be made. */
export function isStunAddress(text: string): boolean {
  return hasPort(STUN.exec(text));
}

/** As browsers take it (RFC 7065). */
export function isTurnAddress(text: string): boolean {
  return hasPort(TURN.exec(text));
}

function hasPort(address: RegExpExecArray | null): boolean {
  if (!address) return false;
  const port = Number(address[1] ?? HIGHEST_PORT);
  return port >= 1 && port <= HIGHEST_PORT;
}
