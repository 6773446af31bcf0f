import type { StoredRow } from '../../lib/missed-calls/row-store.ts';
import type { LedgerEvent } from '../../lib/missed-calls/types.ts';
import type { Random } from './random.ts';
import { minutesFrom, secondsFrom } from './time.ts';

const RETENTION_MINUTES = 14 * 24 * 60;
const FRESH_MINUTES = 3 * 60;

export type Handlers = { callers: string[]; removers: string[] };

/** What somebody does about a row, and when; what is still to come when the demo begins has not happened. */
export function planHandling(random: Random, row: StoredRow, { callers, removers }: Handlers, now: Date): LedgerEvent[] {
  const missedAt = row.lastMissedAt;
  const retention = { type: 'removed', at: minutesFrom(missedAt, RETENTION_MINUTES), reason: 'retention', byId: null } as const;
  const byHand = (at: Date) => ({ type: 'removed', at, reason: 'manual', byId: random.pick(removers) }) as const;
  if (missedAt > minutesFrom(now, -FRESH_MINUTES) && random.chance(0.7)) return [retention];

  const chance = random.next();
  const soon = minutesFrom(missedAt, waitedMinutes(random));
  if (!row.caller.e164) return chance < 0.5 ? [byHand(soon)] : [retention];
  if (chance < 0.5) return reached(random, soon, random.pick(callers));
  if (chance < 0.66) {
    const again = random.chance(0.45) ? reached(random, minutesFrom(soon, random.int(30, 300)), random.pick(callers)) : [];
    return [...notReached(random, soon, random.pick(callers)), ...again, retention];
  }
  if (chance < 0.75) return messaged(random, soon, random.pick(callers));
  if (chance < 0.85) {
    const removal = byHand(soon);
    const regret = { type: 'restored', at: minutesFrom(soon, 3), byId: removal.byId } as const;
    return random.chance(0.15) ? [removal, regret, retention] : [removal];
  }
  return [retention];
}

/** Half of them within ten minutes, the last of them next day. */
function waitedMinutes(random: Random): number {
  return 1 + Math.floor(9 * 100 ** (Math.max(0, random.next() - 0.35) * 1.6));
}

function reached(random: Random, at: Date, byId: string): LedgerEvent[] {
  const attemptId = random.uuid();
  const talkSeconds = random.int(25, 260);
  const end = secondsFrom(at, 12 + talkSeconds);
  return [
    { type: 'call_started', at, attemptId, byId },
    { type: 'call_reached', at: end, attemptId, talkSeconds },
    { type: 'removed', at: end, reason: 'called_back', byId: null },
  ];
}

function notReached(random: Random, at: Date, byId: string): LedgerEvent[] {
  const attemptId = random.uuid();
  return [
    { type: 'call_started', at, attemptId, byId },
    { type: 'call_not_reached', at: secondsFrom(at, random.int(15, 40)), attemptId, cause: 'no_answer' },
  ];
}

function messaged(random: Random, at: Date, byId: string): LedgerEvent[] {
  const smsId = random.uuid();
  return [
    { type: 'sms_sent', at, smsId, byId },
    { type: 'sms_delivered', at: secondsFrom(at, 4), smsId },
    { type: 'removed', at: secondsFrom(at, 4), reason: 'sms', byId: null },
  ];
}
