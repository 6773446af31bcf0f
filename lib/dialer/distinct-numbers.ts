import { LAST_NUMBERS } from './limits.ts';
import type { RecentCall } from './queries.ts';
import type { LastNumber } from './types.ts';

type Unnamed = Omit<LastNumber, 'owner'>;

/** The other sides of these calls, each number once, as it was spoken with last. `calls` are the latest first. */
export function distinctNumbers(calls: RecentCall[]): Unnamed[] {
  const numbers = new Map<string, Unnamed>();
  for (const call of calls) {
    const other = otherSide(call);
    if (!other.number || numbers.has(other.number)) continue;
    numbers.set(other.number, { ...other, direction: call.direction, at: call.startedAt.toISOString() });
    if (numbers.size === LAST_NUMBERS) break;
  }
  return [...numbers.values()];
}

/** Between colleagues the other side is whoever is not at this user's extension; a withheld number has none. */
function otherSide(call: RecentCall): { number: string; display: string } {
  const from = { number: call.fromE164 ?? '', display: call.fromDisplay };
  const to = { number: call.toE164 ?? '', display: call.toDisplay };
  if (call.direction === 'inbound') return from;
  if (call.direction === 'outbound') return to;

  const extension = call.fromRaw === call.operatorExtension ? call.toRaw : call.fromRaw;
  return { number: extension, display: extension };
}
