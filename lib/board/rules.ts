import { KITCHEN_STATUSES } from '../points-of-sale/kitchen.ts';
import type { BoardCard, BoardStatus } from './types.ts';

const MINUTE_MS = 60_000;

/** How long one may stay in a column before the board asks for it. */
const PATIENCE_MINUTES: Record<BoardStatus, number> = { sent: 5, accepted: 15, cooking: 20, ready: 15 };

type Waiting = Pick<BoardCard, 'status' | 'since' | 'wantedAt' | 'promisedAt' | 'gone'>;

/** When it has to be there: what the kitchen promised, else what the customer wants. */
export function dueAt({ promisedAt, wantedAt }: Pick<BoardCard, 'promisedAt' | 'wantedAt'>): string | null {
  return promisedAt ?? wantedAt;
}

/** What is accepted for later need not be begun before this long ahead of its time. */
const LEAD_MINUTES = 60;

export function hasWaitedTooLong(card: Waiting, nowMs: number): boolean {
  if (card.gone) return false;
  const due = dueAt(card);
  const beginAt = card.status === 'accepted' && due ? Date.parse(due) - LEAD_MINUTES * MINUTE_MS : Number.NEGATIVE_INFINITY;
  return nowMs - Math.max(Date.parse(card.since), beginAt) >= PATIENCE_MINUTES[card.status] * MINUTE_MS;
}

/** Whole minutes past the time it is due; 0 where it is not late, or has no time. */
export function lateMinutes(card: Waiting, nowMs: number): number {
  const due = dueAt(card);
  return due && !card.gone ? Math.max(0, Math.floor((nowMs - Date.parse(due)) / MINUTE_MS)) : 0;
}

/** A column, the most urgent one first. */
export function columnOf<Card extends BoardCard>(cards: readonly Card[], status: BoardStatus): Card[] {
  return cards.filter((card) => card.status === status).toSorted((one, other) => compare(one, other));
}

function compare(one: BoardCard, other: BoardCard): number {
  const [due, otherDue] = [one, other].map((card) => Date.parse(dueAt(card) ?? card.since));
  return (due ?? 0) - (otherDue ?? 0) || one.number - other.number;
}

/** In the kitchen's hands now, as operators see its load. */
export function loadOf(cards: readonly Pick<BoardCard, 'status' | 'gone'>[]): number {
  return cards.filter(({ status, gone }) => !gone && KITCHEN_STATUSES.some((each) => each === status)).length;
}

export const PROMISE_MINUTES = [10, 20, 30, 45] as const;

/** A time that a kitchen can promise instead of the wanted one: so much later, or from now where that has passed. */
export function promiseAfter(minutes: number, wantedAt: string | null, nowMs: number): string {
  const from = Math.max(wantedAt ? Date.parse(wantedAt) : nowMs, nowMs);
  return new Date(Math.ceil(from / MINUTE_MS) * MINUTE_MS + minutes * MINUTE_MS).toISOString();
}

export const BELL_AGAIN_MS = 60_000;

/** Which of those that wait ring now: each once as it comes, and again for every minute that nobody took it. */
export function bellsDue(waitingIds: readonly string[], rungAtMs: ReadonlyMap<string, number>, nowMs: number): string[] {
  return waitingIds.filter((id) => nowMs - (rungAtMs.get(id) ?? Number.NEGATIVE_INFINITY) >= BELL_AGAIN_MS);
}

/** When each of those that wait rang last, after this check. What waits no more is forgotten: sent again, it rings at once. */
export function rungAfter(
  waitingIds: readonly string[],
  rungAtMs: ReadonlyMap<string, number>,
  nowMs: number,
): Map<string, number> {
  const due = new Set(bellsDue(waitingIds, rungAtMs, nowMs));
  return new Map(waitingIds.map((id) => [id, due.has(id) ? nowMs : (rungAtMs.get(id) ?? nowMs)]));
}
