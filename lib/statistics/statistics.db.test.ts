import pg from 'pg';
import { beforeAll, describe, expect, test } from 'vitest';
import { createManyMissedCalls } from '../../prisma/factories/many-missed-calls.ts';
import { createConnection, createLine } from '../../prisma/factories/pbx.ts';
import { createUser } from '../../prisma/factories/people.ts';
import { db } from '../db/client.ts';
import { inTransaction } from '../db/transaction.ts';
import { env } from '../env.ts';
import { chainFor } from '../missed-calls/chains.ts';
import { MissedCallFilter } from '../missed-calls/filter.ts';
import { listMissedCalls } from '../missed-calls/queries.ts';
import type { MissedCallViewer } from '../missed-calls/visible.ts';
import { type Period, readPeriod } from '../period.ts';
import type { Span } from './month-cover.ts';
import { type NamedStatistics, readStatistics } from './read-statistics.ts';
import { removalSlices, statusSlices } from './slices.ts';
import { countStories, readLedger, type Story } from './testing.ts';

const ROWS = 100_000;
const NOW = new Date('2026-11-22T15:00:00Z');
const WARSAW = 'Europe/Warsaw';
const ALL: MissedCallViewer = { chainIds: null };

let lines: { id: string; chainId: string }[];
const ledgers = new Map<string, Story[]>();

beforeAll(async () => {
  const connection = await createConnection(db);
  const made = await Promise.all([1, 2, 3, 4].map(() => createLine(db, { connectionId: connection.id })));
  const users = await Promise.all(['Olga', 'Oskar', 'Marta'].map((name) => createUser(db, { name })));
  lines = await inTransaction(async (client) => {
    const found = [];
    for (const { id } of made) found.push({ id, chainId: await chainFor(client, connection.id, id) });
    return found;
  });

  // Not of the pool, whose statements may not take as long.
  const client = new pg.Client({ connectionString: env.databaseUrl });
  await client.connect();
  await client.query('begin');

  const chainIds = lines.map(({ chainId }) => chainId);
  const userIds = users.map(({ id }) => id);
  const from = new Date('2025-11-01T00:00:00Z');
  await createManyMissedCalls(client, { rows: ROWS, chainIds, userIds, from, to: NOW }, true);
  await client.query('commit');
  await client.query('vacuum analyze "MissedCall", "LedgerEvent"');
  for (const { chainId } of lines) ledgers.set(chainId, await readLedger(client, chainId));
  await client.end();
}, 120_000);

const SPANS = {
  today: { period: 'today' },
  yesterday: { period: 'yesterday' },
  'seven days': { period: '7d' },
  'thirty days': { period: '30d' },
  'this month': { period: 'month' },
  'the day the clocks go back': { period: 'own', from: '2026-10-25', to: '2026-10-25' },
  'two months and a bit': { period: 'own', from: '2026-03-29', to: '2026-06-03' },
  'nearly a month': { period: 'own', from: '2026-02-03', to: '2026-02-27' },
  'all time': { period: 'own', from: '2000-01-01', to: '2100-12-31' },
  'before anything': { period: 'own', from: '2001-01-01', to: '2001-12-31' },
} as const;

function spanOf(name: keyof typeof SPANS): Period {
  const period = readPeriod({ from: undefined, to: undefined, ...SPANS[name] }, NOW, WARSAW);
  if (!period || typeof period !== 'object') throw new Error(`${name} is no period`);
  return period;
}

/** What the statistics say, in the words of the independent count. */
function said({ total, lastStatus, removedBy }: NamedStatistics) {
  const { byReason, hand, list, byUser } = removedBy;
  const counts = (of: Record<string, { rows: number }>) =>
    Object.fromEntries(Object.entries(of).flatMap(([key, { rows }]) => (rows > 0 ? [[key, rows]] : [])));
  return {
    total: total.rows,
    lastStatus: counts(lastStatus),
    removedBy: counts({ ...byReason, manual: hand, list }),
    byUser: counts(Object.fromEntries(byUser.map(({ userId, ...count }) => [userId, count]))),
  };
}

function promptness(minutes: number[]) {
  const sorted = minutes.toSorted((a, b) => a - b);
  const nearestRank = (share: number) => sorted[Math.ceil(sorted.length * share) - 1] ?? null;
  return {
    calledBack: sorted.length,
    soon: sorted.filter((each) => each <= 15).length,
    median: nearestRank(0.5),
    p90: nearestRank(0.9),
  };
}

describe(`of ${ROWS} missed calls`, () => {
  const storiesOf = (viewed: string[]) => viewed.flatMap((chainId) => ledgers.get(chainId) ?? []);

  async function expectTrue(span: Span, viewed: string[], statistics: NamedStatistics) {
    const { minutes, minutesByOperator, ...counts } = countStories(storiesOf(viewed), span);
    expect(said(statistics)).toEqual(counts);
    expect(statistics.promptness).toEqual(promptness(minutes));
    const byOperator = Object.fromEntries(statistics.byOperator.map(({ userId, ...theirs }) => [userId, theirs]));
    expect(byOperator).toEqual(
      Object.fromEntries(Object.entries(minutesByOperator).map(([userId, theirs]) => [userId, promptness(theirs)])),
    );
  }

  describe.each(Object.keys(SPANS) as (keyof typeof SPANS)[])('in %s', (name) => {
    const span = spanOf(name);

    test('[S2.25] [S2.26] [S2.27] both charts and the figures are what the ledger tells, for a supervisor', async () => {
      const statistics = await readStatistics(span, undefined, ALL);
      await expectTrue(
        span,
        lines.map(({ chainId }) => chainId),
        statistics,
      );
    });

    test('[S2.24] … of one line, for a supervisor', async () => {
      const [line] = lines;
      await expectTrue(span, [line?.chainId ?? ''], await readStatistics(span, line?.id, ALL));
    });

    test('[R34] … of the lines of somebody who sees two of them, and of a line that is none of theirs', async () => {
      const chainIds = lines.slice(1, 3).map(({ chainId }) => chainId);
      await expectTrue(span, chainIds, await readStatistics(span, undefined, { chainIds }));
      expect((await readStatistics(span, lines[0]?.id, { chainIds })).total.rows).toBe(0);
    });

    test('[S2.27a] the left total is the right total, and each share is the sum of its parts', async () => {
      const { total, lastStatus, removedBy, byLine } = await readStatistics(span, undefined, ALL);
      const { list, automaton, hand, byReason, byUser } = removedBy;
      for (const key of ['rows', 'deleted'] as const) {
        const sum = (counts: { rows: number; deleted: number }[]) => counts.reduce((all, count) => all + count[key], 0);
        expect(sum(Object.values(lastStatus))).toBe(total[key]);
        expect(sum([list, automaton, hand])).toBe(total[key]);
        expect(sum(Object.values(byReason))).toBe(automaton[key]);
        expect(sum(byUser)).toBe(hand[key]);
      }
      expect(byLine.reduce((all, { rows }) => all + rows, 0)).toBe(total.rows);
    });
  });

  test('there is something of everything to count', async () => {
    const { total, lastStatus, removedBy } = await readStatistics(spanOf('all time'), undefined, ALL);
    const all = [...Object.values(lastStatus), ...Object.values(removedBy.byReason), ...removedBy.byUser, removedBy.list];
    expect(Math.min(...all.map(({ rows }) => rows))).toBeGreaterThan(100);
    expect(total.deleted).toBeGreaterThan(10_000);
    expect(total.rows).toBeLessThan(ROWS);
  });

  test('[S2.28] the list shows just the rows of each slice, but for those that are permanently deleted', async () => {
    const span = spanOf('the day the clocks go back');
    const filters = { period: 'own', from: '2026-10-25', to: '2026-10-25', view: 'all' };
    const statistics = await readStatistics(span, undefined, ALL);
    const slices = [
      ...statusSlices(statistics).map(({ status, ...count }) => ({ filter: { status }, ...count })),
      ...removalSlices(statistics).map(({ removed, rows, deleted }) => ({ filter: { removed }, rows, deleted })),
    ];
    expect(slices.length).toBeGreaterThan(10);
    for (const { filter, rows, deleted } of slices) {
      expect([filter, await countListed({ ...filters, ...filter }, span)]).toEqual([filter, rows - deleted]);
    }
  });

  test('[S2.26] what is permanently deleted counts, and is in no list', async () => {
    const span = spanOf('nearly a month');
    const { total } = await readStatistics(span, undefined, ALL);
    const shown = await countListed({ ...SPANS['nearly a month'], view: 'all' }, span);
    expect(total.deleted).toBeGreaterThan(1_000);
    expect(shown).toBe(total.rows - total.deleted);
  });
});

async function countListed(filters: Record<string, string>, period: Period): Promise<number> {
  let count = 0;
  let after: string | null = '';
  while (after !== null) {
    const filter = MissedCallFilter.parse({ ...filters, ...(after && { after }) });
    const page: Awaited<ReturnType<typeof listMissedCalls>> = await listMissedCalls(filter, ALL, period);
    count += page.rows.length;
    after = page.next;
  }
  return count;
}
