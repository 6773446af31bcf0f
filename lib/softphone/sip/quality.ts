/** What was measured of a call's sound since the measurement before. */
export type SoundSample = { lossPercent: number; jitterMs: number; roundTripMs: number };

/** `silence`: nothing arrives at all. */
export type QualityCause = 'loss' | 'jitter' | 'delay' | 'silence';
export type SoundQuality = SoundSample & {
  /** Mean opinion score, 1 (nobody understands a word) to 4.4. */
  mos: number;
  level: 'good' | 'fair' | 'poor';
  /** What weighs most; null while it is good. */
  cause: QualityCause | null;
};

// ITU-T G.107 with its defaults, where only delay and loss are measured: R0 - Is = 93.2; G.711 with packet loss concealment has
// Bpl 25.1 and no impairment of its own (G.113), and Opus bears loss no worse.
const BEST_R = 93.2;
const LOSS_ROBUSTNESS = 25.1;
const ANNOYING_DELAY_MS = 177.3;
/** What a jitter buffer adds for each millisecond of jitter, and coding and packets always. */
const BUFFER_PER_JITTER = 2;
const CODING_DELAY_MS = 30;

/** G.107 annex B: R from 80 on satisfies users, below 70 many are dissatisfied. */
const GOOD_MOS = 4.0;
const FAIR_MOS = 3.6;

/** How a call sounds, by the E-model. */
export function soundQuality(sample: SoundSample): SoundQuality {
  const mos = mosOf(sample);
  const level = mos >= GOOD_MOS ? 'good' : mos >= FAIR_MOS ? 'fair' : 'poor';
  return { ...sample, mos, level, cause: level === 'good' ? null : worst(sample) };
}

function mosOf({ lossPercent, jitterMs, roundTripMs }: SoundSample): number {
  const delayMs = roundTripMs / 2 + jitterMs * BUFFER_PER_JITTER + CODING_DELAY_MS;
  const r = Math.max(0, Math.min(100, BEST_R - delayImpairment(delayMs) - lossImpairment(lossPercent)));
  // G.107's cubic dips by a hair below R = 6.5, where nobody understands a word.
  return Math.max(1, 1 + 0.035 * r + 7e-6 * r * (r - 60) * (100 - r));
}

function delayImpairment(ms: number): number {
  return 0.024 * ms + 0.11 * Math.max(0, ms - ANNOYING_DELAY_MS);
}

function lossImpairment(percent: number): number {
  return 95 * (percent / (percent + LOSS_ROBUSTNESS));
}

/** Without which of the three the call would sound best. */
function worst(sample: SoundSample): QualityCause {
  if (sample.lossPercent === 100) return 'silence';
  const without: [QualityCause, number][] = [
    ['loss', mosOf({ ...sample, lossPercent: 0 })],
    ['jitter', mosOf({ ...sample, jitterMs: 0 })],
    ['delay', mosOf({ ...sample, roundTripMs: 0 })],
  ];
  return without.toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 'loss';
}
