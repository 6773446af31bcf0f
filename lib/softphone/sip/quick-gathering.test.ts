import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { endGatheringEarly } from './quick-gathering.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gathering({ asksServers = false } = {}) {
  const iceGatheringComplete = vi.fn();
  const handler: Parameters<typeof endGatheringEarly>[0] = { iceGatheringComplete };
  endGatheringEarly(handler, { asksServers });
  const found = (protocol: string) => {
    const event: RTCPeerConnectionIceEvent = Object.assign(Object.create(null), { candidate: { protocol } });
    handler.peerConnectionDelegate?.onicecandidate?.(event);
  };
  const begins = () => {
    const event: Event = Object.assign(Object.create(null), { target: { iceGatheringState: 'gathering' } });
    handler.peerConnectionDelegate?.onicegatheringstatechange?.(event);
  };
  return { begins, found, iceGatheringComplete };
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

test('servers that are asked have half a second, whatever comes before', () => {
  const { begins, found, iceGatheringComplete } = gathering({ asksServers: true });
  begins();
  found('udp');
  vi.advanceTimersByTime(400);
  found('udp');
  vi.advanceTimersByTime(99);
  expect(iceGatheringComplete).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(iceGatheringComplete).toHaveBeenCalledOnce();
});

test('a first address that is late is waited for: a PBX that is told none looks for none', () => {
  const { begins, found, iceGatheringComplete } = gathering({ asksServers: true });
  begins();
  vi.advanceTimersByTime(3_000);
  expect(iceGatheringComplete).not.toHaveBeenCalled();
  found('udp');
  vi.advanceTimersByTime(20);
  expect(iceGatheringComplete).toHaveBeenCalledOnce();
});

test('another way that is looked for later has its time anew', () => {
  const { begins, found, iceGatheringComplete } = gathering({ asksServers: true });
  begins();
  found('udp');
  vi.advanceTimersByTime(10_000);
  begins();
  found('udp');
  vi.advanceTimersByTime(499);
  expect(iceGatheringComplete).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1);
  expect(iceGatheringComplete).toHaveBeenCalledTimes(2);
});
