import type { Figures } from './figures.ts';

/** One line of the table: ours beside the floor of the same run. */
export type Measurement = {
  name: string;
  what: string;
  rounds: number;
  samplesPerRound: number;
  floor: Figures;
  ours: Figures;
  /** Ours ÷ floor must not exceed it. */
  goal: Figures;
};

export type Benchmark = (tell: (progress: string) => void) => Promise<Measurement[]>;
