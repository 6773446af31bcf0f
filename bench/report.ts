import { mkdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { dirname } from 'node:path';
import type { Measurement } from './measurement.ts';

const RESULTS = new URL('./results.json', import.meta.url).pathname;

export function printTable(measurements: Measurement[]): void {
  console.table(
    measurements.map(({ name, what, floor, ours, goal }) => ({
      '#': name,
      what,
      'floor p50 / p99 ms': `${ms(floor.p50)} / ${ms(floor.p99)}`,
      'ours p50 / p99 ms': `${ms(ours.p50)} / ${ms(ours.p99)}`,
      'ratio p50 / p99': `${times(ours.p50 / floor.p50)} / ${times(ours.p99 / floor.p99)}`,
      goal: `≤ ${times(goal.p50)} / ≤ ${times(goal.p99)}`,
      met: ours.p50 / floor.p50 <= goal.p50 && ours.p99 / floor.p99 <= goal.p99 ? 'yes' : 'no',
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

function ms(value: number): string {
  return value.toFixed(2);
}

function times(value: number): string {
  return `${value.toFixed(2)}×`;
}
