import { type Figures, figuresOfFew, medianOf } from './figures.ts';
import { countRaw } from './floor/missed-calls.ts';
import type { Goal, Measurement } from './measurement.ts';
import { openWorld } from './world.ts';

const ROUNDS = 9;
const READS = 5;
const DAY_MS = 24 * 60 * 60_000;
const LONG_AGO = new Date(Date.UTC(2000, 0, 1));

/** P6: the statistics of thirty days and of all time over a million missed calls, beside counting the rows. */
export async function p6(tell: (progress: string) => void): Promise<Measurement[]> {
  const world = await openWorld(tell);
  // lib/env.ts reads the environment when it is first imported, so that has to wait until the world is in it.
  process.env.DATABASE_URL = world.url;
  const { pool } = await import('../lib/db/client.ts');
  try {
    const to = new Date(new Date().setUTCHours(23, 0, 0, 0));
    const thirty = { from: new Date(to.getTime() - 30 * DAY_MS), to };
    const kinds: { what: string; span: { from: Date; to: Date }; goal: Goal }[] = [
      { what: 'statistics of 30 days, 1M missed calls', span: thirty, goal: { ratio: { p50: 1.5, p99: null } } },
      { what: '… of all time', span: { from: LONG_AGO, to }, goal: { ms: { p50: 150, p99: null } } },
    ];
    const measurements: Measurement[] = [];
    for (const { what, span, goal } of kinds) {
      const { floor, ours } = await measure(span, (round) => tell(`${what}: ${round}`));
      measurements.push({ name: 'P6', what, rounds: ROUNDS, samplesPerRound: READS, floor, ours, goal });
    }
    return measurements;
  } finally {
    await pool().end();
    world.stop();
  }
}

type Span = { from: Date; to: Date };

async function measure(span: Span, tell: (progress: string) => void): Promise<{ floor: Figures; ours: Figures }> {
  const { pool } = await import('../lib/db/client.ts');
  const { readStatistics } = await import('../lib/statistics/read-statistics.ts');
  const contenders = [
    { figures: [] as Figures[], read: () => countRaw(pool(), span.from, span.to) },
    { figures: [] as Figures[], read: async () => (await readStatistics(span, undefined, { chainIds: null })).total.rows },
  ] as const;

  const sums = [];
  for (const { read } of contenders) sums.push(await read());
  if (sums[0] !== sums[1]) throw new Error(`Counted are ${sums[0]} rows, and the statistics say ${sums[1]}.`);

  for (let index = 1; index <= ROUNDS; index += 1) {
    tell(`round ${index} of ${ROUNDS}`);
    const order = index % 2 === 0 ? contenders.toReversed() : contenders;
    for (const { figures, read } of order) figures.push(await round(read));
  }
  const [floor, ours] = contenders;
  return { floor: medianOf(floor.figures), ours: medianOf(ours.figures) };
}

async function round(read: () => Promise<number>): Promise<Figures> {
  const milliseconds: number[] = [];
  for (let each = 0; each < READS; each += 1) {
    const before = performance.now();
    await read();
    milliseconds.push(performance.now() - before);
  }
  return figuresOfFew(milliseconds);
}
