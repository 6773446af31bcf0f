import { type SoundQuality, soundQuality } from './quality.ts';
import { type QualityRecord, recordOf } from './quality-record.ts';
import type { SipCall } from './sip-state.ts';
import { readCounters, type SoundCounters, sampleBetween } from './sound-counters.ts';

const EVERY_SECONDS = 2;

export type Measured = { call: SipCall; record: QualityRecord };

export type QualityWorld = {
  stats: (id: string) => Promise<RTCStatsReport | null>;
  onSample: (id: string, quality: SoundQuality) => void;
  onEnded: (measured: Measured) => void;
};

/** Measures the sound of every call that talks; `follow` is told of the phone's calls whenever they change. */
export function measureQuality({ stats, onSample, onEnded }: QualityWorld) {
  const measured = new Map<string, { call: SipCall; last: SoundCounters | null; samples: SoundQuality[] }>();
  let timer: ReturnType<typeof setInterval> | undefined;

  async function measure() {
    for (const [id, known] of measured) {
      if (known.call.isHeld) continue;
      const counters = readCounters((await stats(id)) ?? []);
      if (!counters) continue;

      const quality = soundQuality(sampleBetween(known.last, counters));
      known.last = counters;
      known.samples.push(quality);
      onSample(id, quality);
    }
  }

  function end(id: string) {
    const known = measured.get(id);
    measured.delete(id);
    const record = known && recordOf(known.samples, EVERY_SECONDS);
    if (record) onEnded({ call: known.call, record });
  }

  return {
    follow(calls: readonly SipCall[]) {
      for (const call of calls.filter((each) => each.phase === 'talking')) {
        measured.set(call.id, { last: null, samples: [], ...measured.get(call.id), call });
      }
      for (const id of [...measured.keys()]) if (!calls.some((call) => call.id === id)) end(id);

      if (measured.size > 0) timer ??= setInterval(() => void measure(), EVERY_SECONDS * 1_000);
      else stop();
    },
    stop,
  };

  function stop() {
    clearInterval(timer);
    timer = undefined;
  }
}
