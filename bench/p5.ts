import { type Contender, startFloor, startOurs } from './contenders.ts';
import { type Figures, figuresOf, medianOf } from './figures.ts';
import type { Goal, Measurement } from './measurement.ts';
import { endReads, get } from './read.ts';
import { openWorld, withClient } from './world.ts';

const ROUNDS = 7;
const READS = 200;
const READS_OF_PAGE = 40;
const FURTHER = 1_000;
const ROWS_A_PAGE = 50;
/** Who sees all lines, of which the list has most to choose from. */
const READER = 'supervisor@offhook.test';
const FILTER = { view: 'all', status: 'reached' };
const GOAL: Goal = { ratio: { p50: 3, p99: 2.5 } };

type Kind = { what: string; query: Record<string, string>; goal: Goal | null; isPage?: boolean };

/** P5: a filtered page of the missed calls among a million of them, over HTTP by somebody signed in; one at a time. */
export async function p5(tell: (progress: string) => void): Promise<Measurement[]> {
  const world = await openWorld(tell);
  const contenders: Contender[] = [];
  try {
    const after = await keyOfPage(world.url, FURTHER);
    contenders.push(await startFloor(world, READER), await startOurs(world, READER));
    const first = await measure(contenders, { what: 'missed calls filtered, newest 50, 1M', query: FILTER, goal: GOAL }, tell);
    const further = { what: `… page ${FURTHER} (its floor: page ${FURTHER})`, query: { ...FILTER, after }, goal: GOAL };
    const page = { what: '… as the page itself', query: FILTER, goal: null, isPage: true };
    return [
      first,
      await measure(contenders, further, tell),
      await pageBeside(contenders, after, tell),
      await measure(contenders, page, tell),
    ];
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
  for (const contender of contenders) await round(contender, kind.query, kind.isPage);

  const figures: Record<Contender['name'], Figures[]> = { floor: [], ours: [] };
  for (let index = 1; index <= ROUNDS; index += 1) {
    tell(`round ${index} of ${ROUNDS}`);
    for (const contender of contenders) figures[contender.name].push(await round(contender, kind.query, kind.isPage));
    // Who goes first alternates, so that neither always meets the machine the other has warmed.
    contenders.reverse();
  }
  return { name: 'P5', ...beside(kind, medianOf(figures.floor), medianOf(figures.ours)) };
}

/** Ours far down the list beside ours at its top. */
async function pageBeside(contenders: Contender[], after: string, tell: (progress: string) => void): Promise<Measurement> {
  const [ours] = contenders.filter(({ name }) => name === 'ours');
  if (!ours) throw new Error('We did not take part.');
  const [first, further]: [Figures[], Figures[]] = [[], []];
  for (let index = 1; index <= ROUNDS; index += 1) {
    tell(`page ${FURTHER} beside page 1, round ${index} of ${ROUNDS}`);
    first.push(await round(ours, FILTER));
    further.push(await round(ours, { ...FILTER, after }));
  }
  const goal = { ratio: { p50: 1.2, p99: null } };
  return { name: 'P5', ...beside({ what: `… our page ${FURTHER} beside our page 1`, goal }, medianOf(first), medianOf(further)) };
}

function beside({ what, goal, isPage = false }: Omit<Kind, 'query'>, floor: Figures, ours: Figures) {
  return { what, rounds: ROUNDS, samplesPerRound: readsOf({ isPage }), floor, ours, goal };
}

/** A page that is rendered takes many times as long. */
function readsOf({ isPage }: { isPage: boolean }): number {
  return isPage ? READS_OF_PAGE : READS;
}

async function round(contender: Contender, query: Record<string, string>, isPage = false): Promise<Figures> {
  const milliseconds: number[] = [];
  for (let read = 0; read < readsOf({ isPage }); read += 1) milliseconds.push(await onePage(contender, query, isPage));
  return figuresOf(milliseconds);
}

async function onePage(
  { name, missedCallsUrl, cookie }: Contender,
  query: Record<string, string>,
  isPage: boolean,
): Promise<number> {
  const isRendered = isPage && name === 'ours';
  const at = isRendered ? new URL('/calls/missed', missedCallsUrl) : missedCallsUrl;
  const before = performance.now();
  const body = await get(new URL(`?${new URLSearchParams(query)}`, at), cookie);
  const took = performance.now() - before;

  if (isRendered) return took;
  const answer = JSON.parse(body);
  const { rows } = name === 'ours' ? answer.data : answer;
  if (rows.length < ROWS_A_PAGE) throw new Error(`${name} gave ${rows.length} rows.`);
  return took;
}

/** Where a page begins that one comes to by pressing on and on. */
function keyOfPage(url: string, page: number): Promise<string> {
  return withClient(url, async (client) => {
    const { rows } = await client.query<{ at: Date; id: string }>(
      `select "lastMissedAt" as at, id from "MissedCall" where state in ('listed', 'hidden') and "lastStatus" = $1
        order by "lastMissedAt" desc, id desc offset $2 limit 1`,
      [FILTER.status, (page - 1) * ROWS_A_PAGE - 1],
    );
    const [last] = rows;
    if (!last) throw new Error(`There is no page ${page}.`);
    return `${last.at.toISOString()}_${last.id}`;
  });
}
