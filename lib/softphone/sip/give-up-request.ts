/**
 * Takes a SIP request for unanswered. sip.js waits for ever once the other end has said that it tries (100), also where that went with
 * a websocket that is gone: neither a hold nor another way for the sound would ever follow.
 */
export function giveUpRequest(request: object): void {
  // What sip.js does itself when timer B ends; it has no public name for it.
  const onRequestTimeout: unknown = Reflect.get(request, 'onRequestTimeout');
  if (typeof onRequestTimeout === 'function') onRequestTimeout.call(request);
}
