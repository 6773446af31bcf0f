import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endGatheringEarly } from './quick-gathering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gathering() {
  const iceGatheringComplete = vi.fn();
  const handler: Parameters<typeof endGatheringEarly>[0] = { iceGatheringComplete };
  endGatheringEarly(handler);
  const found = (protocol: string) => {
    const event: RTCPeerConnectionIceEvent = Object.assign(Object.create(null), { candidate: { protocol } });
    handler.peerConnectionDelegate?.onicecandidate?.(event);
  };
  return { found, iceGatheringComplete };
}

test('the search ends a moment after the last of this computer’s addresses', () => {
  const { found, iceGatheringComplete } = gathering();
  found('udp');
  vi.advanceTimersByTime(15);
  found('udp');
  vi.advanceTimersByTime(15);
  expect(iceGatheringComplete).not.toHaveBeenCalled();
  vi.advanceTimersByTime(5);
  expect(iceGatheringComplete).toHaveBeenCalledOnce();
});

test('it never ends without an address', () => {
  const { found, iceGatheringComplete } = gathering();
  found('tcp');
  vi.advanceTimersByTime(10_000);
  expect(iceGatheringComplete).not.toHaveBeenCalled();
});
