import { randomInt } from 'node:crypto';
import { type Contender, startFloor, startOurs } from './contenders.ts';
import { type Figures, figuresOf, medianOf } from './figures.ts';
import type { Goal, Measurement } from './measurement.ts';
import { endReads, get } from './read.ts';
import { CUSTOMERS, numberOf, openWorld, wordsOf } from './world.ts';

const ROUNDS = 7;
const WARM_UP_SEARCHES = 300;

type Kind = { what: string; searches: number; textOf: (index: number) => string; goal: Goal | null };

const KINDS: Kind[] = [
  {
    what: 'caller looked up by number, 1M customers, signed in',
    searches: 300,
    textOf: numberOf,
    goal: { ratio: { p50: 2.5, p99: 2 } },
  },
  { what: '… by two words of the name', searches: 60, textOf: wordsOf, goal: null },
  { what: '… by eight digits inside of the number', searches: 60, textOf: (index) => numberOf(index).slice(-8), goal: null },
];

/** P4: a search over HTTP by somebody signed in, until the whole answer is here; one at a time. */
export async function p4(tell: (progress: string) => void): Promise<Measurement[]> {
  const world = await openWorld(tell);
  const contenders: Contender[] = [];
  try {
    contenders.push(await startFloor(world), await startOurs(world));
    const measurements: Measurement[] = [];
    for (const kind of KINDS) measurements.push(await measure(contenders, kind, tell));
    return measurements;
  } finally {
    for (const { socket, stop } of contenders) {
      socket.disconnect();
      stop();
    }
    endReads();
    world.stop();
  }
}

async function measure(contenders: Contender[], kind: Kind, tell: (progress: string) => void): Promise<Measurement> {
  tell(`warming up: ${kind.what}`);
  for (const contender of contenders) await round(contender, kind, kind.goal ? WARM_UP_SEARCHES : kind.searches);

  const figures: Record<Contender['name'], Figures[]> = { floor: [], ours: [] };
  for (let index = 1; index <= ROUNDS; index += 1) {
    tell(`round ${index} of ${ROUNDS}`);
    for (const contender of contenders) figures[contender.name].push(await round(contender, kind, kind.searches));
    // Who goes first alternates, so that neither always meets the machine the other has warmed.
    contenders.reverse();
  }

  return {
    name: 'P4',
    what: kind.what,
    rounds: ROUNDS,
    samplesPerRound: kind.searches,
    floor: medianOf(figures.floor),
    ours: medianOf(figures.ours),
    goal: kind.goal,
  };
}

async function round(contender: Contender, { textOf }: Kind, searches: number): Promise<Figures> {
  const milliseconds: number[] = [];
  for (let search = 0; search < searches; search += 1)
    milliseconds.push(await oneSearch(contender, textOf(randomInt(CUSTOMERS))));
  return figuresOf(milliseconds);
}

async function oneSearch({ name, searchUrl, cookie }: Contender, text: string): Promise<number> {
  const before = performance.now();
  const body = await get(new URL(`?${new URLSearchParams({ text })}`, searchUrl), cookie);
  const took = performance.now() - before;

  const answer = JSON.parse(body);
  const { customers } = name === 'ours' ? answer.data : answer;
  if (customers.length === 0) throw new Error(`${name} found nobody for ${text}.`);
  return took;
}
