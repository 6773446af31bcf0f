import type { ClientBase } from 'pg';
import type { Span } from './month-cover.ts';

type LedgerCount = {
  total: number;
  lastStatus: Record<string, number>;
  removedBy: Record<string, number>;
  byUser: Record<string, number>;
  minutes: number[];
  minutesByOperator: Record<string, number[]>;
};

const MINUTE_MS = 60_000;

type Event = {
  missedCallId: string;
  type: string;
  at: Date;
  byId: string | null;
  details: { missedAt?: string; reason?: string };
};

/** A row as its events tell it. */
export type Story = ReturnType<typeof retell>;

/**
 * Each row of a chain retold from its events, one at a time: another way than the product's, whose queries count rows. None of them may
 * have lost a miss (`withdrawn` with some left).
 */
export async function readLedger(client: ClientBase, chainId: string): Promise<Story[]> {
  const { rows } = await client.query<Event>(
    'select "missedCallId", type, at, "byId", details from "LedgerEvent" where "chainId" = $1 order by seq',
    [chainId],
  );
  const histories = new Map<string, Event[]>();
  for (const event of rows) {
    const known = histories.get(event.missedCallId);
    if (known) known.push(event);
    else histories.set(event.missedCallId, [event]);
  }
  return [...histories.values()].map(retell);
}

/** What both charts and the figures must say of a span. */
export function countStories(stories: Story[], { from, to }: Span): LedgerCount {
  const count: LedgerCount = { total: 0, lastStatus: {}, removedBy: {}, byUser: {}, minutes: [], minutesByOperator: {} };
  for (const { isWithdrawn, lastMissedAt, status, removal, remover, called } of stories) {
    if (isWithdrawn || lastMissedAt < from || lastMissedAt >= to) continue;
    count.total += 1;
    bump(count.lastStatus, status);
    bump(count.removedBy, removal);
    if (remover) bump(count.byUser, remover);
    if (called) {
      count.minutes.push(called.within);
      count.minutesByOperator[called.by] ??= [];
      count.minutesByOperator[called.by]?.push(called.within);
    }
  }
  return count;
}

function retell(events: Event[]) {
  const misses = events.filter(({ type }) => type === 'missed').map(({ details }) => new Date(details.missedAt ?? 0).getTime());
  const last = (...types: string[]) => events.filter(({ type }) => types.includes(type)).at(-1);
  const ending = last('removed', 'restored', 'withdrawn');
  const act = last('call_reached', 'call_not_reached', 'sms_sent')?.type;
  const call = events.find(({ type }) => type === 'call_started');
  return {
    lastMissedAt: new Date(Math.max(...misses)),
    isWithdrawn: ending?.type === 'withdrawn',
    status: act?.replace('call_', '') ?? 'none',
    removal: ending?.type === 'removed' ? (ending.details.reason ?? '') : 'list',
    remover: ending?.type === 'removed' ? ending.byId : null,
    called: call && { by: call.byId ?? '', within: inSteps((call.at.getTime() - Math.min(...misses)) / MINUTE_MS) },
  };
}

/** Whole minutes for an hour, then fives, quarters, hours and days, always rounded up; more than thirty days are not told apart. */
function inSteps(minutes: number): number {
  const steps = [
    [60, 1],
    [180, 5],
    [720, 15],
    [2880, 60],
    [43_200, 1440],
  ] as const;
  const [, step] = steps.find(([upTo]) => minutes <= upTo) ?? [];
  return step ? Math.max(0, Math.ceil(minutes / step) * step) : 44_640;
}

function bump(counts: Record<string, number>, key: string): void {
  counts[key] = (counts[key] ?? 0) + 1;
}
