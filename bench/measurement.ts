import type { Figures } from './figures.ts';

/** What must not be exceeded: by ours ÷ floor, or by ours in milliseconds. */
export type Goal = { ratio: Figures } | { ms: Figures };

/** One line of the table: ours beside the floor of the same run. */
export type Measurement = {
  name: string;
  what: string;
  rounds: number;
  samplesPerRound: number;
  floor: Figures;
  ours: Figures;
  /** Null where it only explains another line. */
  goal: Goal | null;
};

export type Benchmark = (tell: (progress: string) => void) => Promise<Measurement[]>;

export function isMet({ floor, ours }: Pick<Measurement, 'floor' | 'ours'>, goal: Goal): boolean {
  const [reached, bound] = 'ms' in goal ? [ours, goal.ms] : [ratioOf(ours, floor), goal.ratio];
  return isWithin(reached.p50, bound.p50) && isWithin(reached.p99, bound.p99);
}

export function ratioOf(ours: Figures, floor: Figures): Figures {
  return { p50: ours.p50 / floor.p50, p99: ours.p99 === null || floor.p99 === null ? null : ours.p99 / floor.p99 };
}

function isWithin(reached: number | null, bound: number | null): boolean {
  return bound === null || (reached !== null && reached <= bound);
}
