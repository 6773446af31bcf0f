import { type QualityCause, type SoundQuality, type SoundSample, soundQuality } from './quality.ts';

/** What is kept of a whole call: the mean, and its worst stretch. */
export type QualityRecord = SoundSample & {
  mos: number;
  worstMos: number;
  cause: QualityCause | null;
  measuredForSeconds: number;
};

/** Null where nothing was measured. `everySeconds` lies between two of the samples. */
export function recordOf(samples: readonly SoundQuality[], everySeconds: number): QualityRecord | null {
  if (samples.length === 0) return null;

  const mean = soundQuality({
    lossPercent: average(samples.map((each) => each.lossPercent)),
    jitterMs: average(samples.map((each) => each.jitterMs)),
    roundTripMs: average(samples.map((each) => each.roundTripMs)),
  });
  const worst = samples.reduce((low, each) => (each.mos < low.mos ? each : low));
  return {
    lossPercent: mean.lossPercent,
    jitterMs: mean.jitterMs,
    roundTripMs: mean.roundTripMs,
    mos: average(samples.map((each) => each.mos)),
    worstMos: worst.mos,
    cause: mean.cause ?? worst.cause,
    measuredForSeconds: samples.length * everySeconds,
  };
}

function average(values: number[]): number {
  return values.reduce((sum, each) => sum + each, 0) / values.length;
}
