import type { SoundSample } from './quality.ts';

/** What a peer connection has counted so far. */
export type SoundCounters = {
  received: number;
  lost: number;
  jitterMs: number;
  roundTripMs: number;
  /** What the other end says it lost of ours, of late. */
  farLossPercent: number;
};

/** Reads the counters of the one audio stream out of `getStats`; null before any sound has come. */
export function readCounters(report: Iterable<[string, Record<string, unknown>]>): SoundCounters | null {
  let inbound: Record<string, unknown> | undefined;
  let far: Record<string, unknown> | undefined;
  for (const [, stats] of report) {
    if (stats.type === 'inbound-rtp') inbound = stats;
    if (stats.type === 'remote-inbound-rtp') far = stats;
  }
  if (!inbound) return null;

  return {
    received: number(inbound.packetsReceived),
    lost: number(inbound.packetsLost),
    jitterMs: number(inbound.jitter) * 1_000,
    roundTripMs: number(far?.roundTripTime) * 1_000,
    farLossPercent: number(far?.fractionLost) * 100,
  };
}

/** The time between two readings: of both directions the one that lost more. */
export function sampleBetween(before: SoundCounters | null, after: SoundCounters): SoundSample {
  const received = Math.max(0, after.received - (before?.received ?? 0));
  const lost = Math.max(0, after.lost - (before?.lost ?? 0));
  // Silence is sent as well: where nothing comes at all, the line is dead.
  const nothing = before?.received === after.received ? 100 : 0;
  const lossPercent = received + lost === 0 ? nothing : (lost / (received + lost)) * 100;
  return {
    lossPercent: Math.max(lossPercent, after.farLossPercent),
    jitterMs: after.jitterMs,
    roundTripMs: after.roundTripMs,
  };
}

function number(value: unknown): number {
  return typeof value === 'number' && Number.isFinite(value) ? value : 0;
}
