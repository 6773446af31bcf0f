import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import type { Figures } from './figures.ts';
import { isMet, type Measurement, ratioOf } from './measurement.ts';

const NONE = '–';
const RESULTS = new URL('./results.json', import.meta.url).pathname;

export function printTable(measurements: Measurement[]): void {
  console.table(
    measurements.map(({ name, what, floor, ours, goal }) => ({
      '#': name,
      what,
      'floor p50 / p99 ms': written(floor, ms),
      'ours p50 / p99 ms': written(ours, ms),
      'ratio p50 / p99': written(ratioOf(ours, floor), times),
      goal: goal === null ? NONE : 'ms' in goal ? written(goal.ms, atMost(ms)) : written(goal.ratio, atMost(times)),
      met: goal === null ? NONE : isMet({ floor, ours }, goal) ? 'yes' : 'no',
    })),
  );
}

/** For comparing runs later: absolute times mean something only beside the machine they were taken on. */
export function writeResults(measurements: Measurement[]): string {
  const machine = { cpu: cpus()[0]?.model, cores: cpus().length, load: loadavg(), node: process.version };
  mkdirSync(dirname(RESULTS), { recursive: true });
  writeFileSync(RESULTS, `${JSON.stringify({ at: new Date().toISOString(), machine, measurements }, null, 2)}\n`);
  return RESULTS;
}

function written({ p50, p99 }: Figures, write: (value: number) => string): string {
  return [p50, p99].map((value) => (value === null ? NONE : write(value))).join(' / ');
}

function atMost(write: (value: number) => string): (value: number) => string {
  return (value) => `≤ ${write(value)}`;
}

function ms(value: number): string {
  return value.toFixed(2);
}

function times(value: number): string {
  return `${value.toFixed(2)}×`;
}
