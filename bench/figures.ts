/** How long something took in one round: half of the samples were faster than p50, 99 of 100 faster than p99; null where they were too few for it. */
export type Figures = { p50: number; p99: number | null };

export function figuresOf(milliseconds: number[]): Figures {
  return { p50: percentile(milliseconds, 0.5), p99: percentile(milliseconds, 0.99) };
}

/** Of a handful of samples, whose slowest is no p99. */
export function figuresOfFew(milliseconds: number[]): Figures {
  return { p50: percentile(milliseconds, 0.5), p99: null };
}

/** The middle one of the rounds: a single round disturbed by the machine does not count. */
export function medianOf(rounds: Figures[]): Figures {
  const p99s = rounds.flatMap(({ p99 }) => (p99 === null ? [] : [p99]));
  return {
    p50: percentile(
      rounds.map((round) => round.p50),
      0.5,
    ),
    p99: p99s.length < rounds.length ? null : percentile(p99s, 0.5),
  };
}

/** The smallest value that at least this share of all values does not exceed (nearest rank). */
export function percentile(values: number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other);
  const value = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (value === undefined) throw new Error('No values to take a percentile of.');
  return value;
}
