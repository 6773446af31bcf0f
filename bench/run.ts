import { Failure, runCommand } from '../scripts/failure.ts';
import type { Benchmark } from './measurement.ts';
import { printTable, writeResults } from './report.ts';

// npm run bench [-- <name>]

const BENCHMARKS: Record<string, () => Promise<Benchmark>> = {
  p1: async () => (await import('./p1.ts')).p1,
  p4: async () => (await import('./p4.ts')).p4,
  p5: async () => (await import('./p5.ts')).p5,
  p6: async () => (await import('./p6.ts')).p6,
  p8: async () => (await import('./p8.ts')).p8,
};

await runCommand(async () => {
  const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(BENCHMARKS);

  const measurements = [];
  for (const name of names) {
    const load = BENCHMARKS[name.toLowerCase()];
    if (!load) throw new Failure(`There is no benchmark "${name}". There are: ${Object.keys(BENCHMARKS).join(', ')}.`);
    const benchmark = await load();
    measurements.push(...(await benchmark((progress) => console.log(`${name}: ${progress}`))));
  }

  printTable(measurements);
  console.log(`Written to ${writeResults(measurements)}`);
});
