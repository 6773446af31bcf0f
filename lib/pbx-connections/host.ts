const NAME = '[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)*\\.?';
const IPV6 = '[0-9a-f]*:[0-9a-f:.]+';
const PLACE = `((?:${NAME}|\\[${IPV6}\\])(?::\\d+)?)`;
const HOST = new RegExp(`^(?:${NAME}|${IPV6})$`, 'i');
const STUN = new RegExp(`^stuns?:${PLACE}$`, 'i');
const TURN = new RegExp(`^turns?:${PLACE}$`, 'i');
/** In small letters: Chromium throws at `?TRANSPORT=`. */
const TRANSPORT = /\?transport=(?:udp|tcp)$/;

/** A name or an IP address, without a port. */
export function isHost(text: string): boolean {
  return HOST.test(text);
}

/** As browsers take it (RFC 7064): of another a call's peer connection cannot even be made. */
export function isStunAddress(text: string): boolean {
  return isPlace(STUN.exec(text)?.[1]);
}

/** As browsers take it (RFC 7065). */
export function isTurnAddress(text: string): boolean {
  return isPlace(TURN.exec(text.replace(TRANSPORT, ''))?.[1]);
}

/** As a URL has it: what looks like an IP address is one, and no port is above 65535. */
function isPlace(place: string | undefined): boolean {
  const url = `https://${place}`;
  return place !== undefined && URL.canParse(url) && new URL(url).port !== '0';
}
