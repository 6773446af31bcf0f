import type { Prisma } from '../../lib/db/generated/client.ts';
import { makeCall } from './calls.ts';
import { numbersOf, type SeededCustomer } from './customers.ts';
import { createRandom, type Random } from './random.ts';
import { DEMO_TIME_ZONE, type SeededLine, type Staff } from './staff.ts';
import { localTime, minutesFrom } from './time.ts';

/** A stream of its own: what the rest of the demo draws does not move with it. */
const SEED = 2_026_013_107;
const MISSES = 110;
const DAYS = 30;
/** Missed in the last hours: most of them still wait. */
const FRESH = 7;
const FRESH_MINUTES = 170;
const OPENS_AT_MINUTE = 10 * 60;
const CLOSES_AT_MINUTE = 22 * 60;

type World = { staff: Staff; customers: SeededCustomer[]; now: Date };

/** A month of calls that nobody answered; of some callers two in a row, and some ring again and get through. */
export async function seedMisses(db: Prisma.TransactionClient, { staff, customers, now }: World): Promise<void> {
  const random = createRandom(SEED);
  const stranger = numbersOf(random);
  const calls = Array.from({ length: MISSES }, (_, index) => {
    const line = lineOf(random, staff);
    const number = random.chance(0.05) ? null : random.chance(0.6) ? random.pick(random.pick(customers).numbers) : stranger();
    const startedAt = index < FRESH ? minutesFrom(now, -random.int(4, FRESH_MINUTES)) : momentOfMonth(random, now);
    const again = index < FRESH ? [] : laterCalls(random, number, line, startedAt, now);
    return [{ number, startedAt, line, shape: 'missed' as const }, ...again];
  });
  const made = calls.flat().map(({ number, ...given }) => makeCall(random, number, { staff, now }, given));

  await db.call.createMany({ data: made.map(({ call }) => call) });
  await db.leg.createMany({ data: made.flatMap(({ legs }) => legs) });
}

function laterCalls(random: Random, number: string | null, line: SeededLine, startedAt: Date, now: Date) {
  const chance = random.next();
  const at = minutesFrom(startedAt, random.int(2, 25));
  if (!number || at > minutesFrom(now, -FRESH_MINUTES) || chance > 0.32 || line.operators.length === 0) return [];
  const shape = chance < 0.17 ? ('missed' as const) : ('answered' as const);
  return [{ number, startedAt: at, line, shape }];
}

/** Most ring at the hotline; on the last line there is nobody. */
function lineOf(random: Random, { lines }: Staff): SeededLine {
  const [hotline] = lines;
  return hotline && random.chance(0.6) ? hotline : random.pick(lines);
}

function momentOfMonth(random: Random, now: Date): Date {
  const at = localTime(now, DEMO_TIME_ZONE, random.int(0, DAYS - 1), random.int(OPENS_AT_MINUTE, CLOSES_AT_MINUTE));
  return at < minutesFrom(now, -FRESH_MINUTES) ? at : minutesFrom(at, -24 * 60);
}
