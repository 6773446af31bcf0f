import type { Prisma } from '../../lib/db/generated/client.ts';
import { displayNumber } from '../../lib/phone-number.ts';
import { buildCall, buildLeg } from '../factories/calls.ts';
import { numbersOf, type SeededCustomer } from './customers.ts';
import type { Random } from './random.ts';
import { DEMO_TIME_ZONE, type SeededLine, type Staff, type StaffMember } from './staff.ts';
import { localTime, secondsFrom } from './time.ts';

const CALLS = 300;
const DAYS = 14;
const OPENS_AT_MINUTE = 10 * 60;
const CLOSES_AT_MINUTE = 22 * 60;
/** A call begins at least this long ago, so that none of them is still running. */
const LONGEST_CALL_SECONDS = 15 * 60;

type CallWorld = { staff: Staff; now: Date };
type World = CallWorld & { customers: SeededCustomer[] };
type GivenCall = { shape: Shape; startedAt: Date; line: SeededLine };
type Shape = 'answered' | 'missed' | 'outbound';

/** Two weeks of calls that are over, with the legs that rang. */
export async function seedCalls(db: Prisma.TransactionClient, random: Random, world: World): Promise<void> {
  const stranger = numbersOf(random);
  const made = Array.from({ length: CALLS }, () => {
    const known = random.chance(0.7) ? random.pick(random.pick(world.customers).numbers) : stranger();
    const isWithheld = random.chance(0.04);
    return makeCall(random, isWithheld ? null : known, world);
  });

  await db.call.createMany({ data: made.map((each) => each.call) });
  await db.leg.createMany({ data: made.flatMap((each) => each.legs) });
}

/** `given`: of a call that is to come out as one wants it. */
export function makeCall(random: Random, number: string | null, { staff, now }: CallWorld, given: Partial<GivenCall> = {}) {
  const line = given.line ?? (random.chance(0.75) ? hotline(staff) : random.pick(staff.lines));
  const shape = given.shape ?? shapeOf(random, number, line);
  const startedAt = given.startedAt ?? pastMoment(random, now);
  const waitSeconds = random.int(4, 55);
  const talkSeconds = shape === 'missed' ? 0 : random.int(20, 480);
  const reachedAt = secondsFrom(startedAt, waitSeconds);
  const endedAt = secondsFrom(reachedAt, talkSeconds);
  const operator = shape === 'missed' ? null : random.pick(line.operators);
  const end =
    shape === 'missed' ? { cause: 'caller_cancelled', endedBy: 'caller' } : { cause: 'completed', endedBy: endOf(random) };

  const customer = { e164: number, raw: number ?? 'anonymous', display: number ? displayNumber(number, 'PL') : '' };
  const dialled = { e164: line.e164, raw: line.e164, display: line.display };
  const [from, to] = shape === 'outbound' ? [dialled, customer] : [customer, dialled];

  const call = buildCall({
    id: random.uuid(),
    pbxCallId: `seed.${Math.floor(startedAt.getTime() / 1000)}.${random.int(1, 999_999)}`,
    connectionId: staff.connectionId,
    direction: shape === 'outbound' ? 'outbound' : 'inbound',
    phase: 'ended',
    fromE164: from.e164,
    fromRaw: from.raw,
    fromDisplay: from.display,
    isWithheld: from.e164 === null,
    toE164: to.e164,
    toRaw: to.raw,
    toDisplay: to.display,
    lineId: line.id,
    ...(shape === 'outbound' ? {} : classOf(line)),
    startedAt,
    answeredAt: operator ? reachedAt : null,
    endedAt,
    lastEventAt: endedAt,
    lastHeardAt: endedAt,
    ...end,
    isMissed: shape === 'missed',
    operatorId: operator?.id ?? null,
    operatorExtension: operator?.extension ?? null,
    waitSeconds,
    talkSeconds,
    eventCount: 4,
  });
  const legs = legsOf(shape, line, operator).map((member) => {
    const talked = member === operator;
    const cause = talked ? 'completed' : operator ? 'answered_elsewhere' : 'caller_cancelled';
    return buildLeg({
      callId: call.id,
      legId: `ext:${member.extension}`,
      extension: member.extension,
      userId: member.id,
      state: 'ended',
      ringingAt: startedAt,
      answeredAt: talked ? reachedAt : null,
      endedAt: talked ? endedAt : reachedAt,
      cause,
    });
  });
  return { call, legs };
}

function hotline({ lines }: Staff): SeededLine {
  const [first] = lines;
  if (!first) throw new Error('The demo has no line.');
  return first;
}

/** A line that nobody is assigned to only misses calls; nobody calls a withheld number. */
function shapeOf(random: Random, number: string | null, line: SeededLine): Shape {
  if (line.operators.length === 0) return 'missed';
  const chance = random.next();
  if (chance < 0.18) return 'missed';
  return chance < 0.36 && number ? 'outbound' : 'answered';
}

function legsOf(shape: Shape, line: SeededLine, operator: StaffMember | null): StaffMember[] {
  if (shape === 'outbound') return operator ? [operator] : [];
  return line.operators;
}

function classOf(line: SeededLine) {
  if (line.kind !== 'new_customer') return { class: 'service' as const, classReasons: [{ key: 'serviceLine', lineId: line.id }] };
  return { class: 'new_customer' as const, classReasons: [{ key: 'hotline', lineId: line.id }] };
}

function endOf(random: Random): string {
  return random.chance(0.7) ? 'caller' : 'operator';
}

function pastMoment(random: Random, now: Date): Date {
  const moment = localTime(now, DEMO_TIME_ZONE, random.int(0, DAYS - 1), random.int(OPENS_AT_MINUTE, CLOSES_AT_MINUTE));
  const withSeconds = secondsFrom(moment, random.int(0, 59));
  const isOver = withSeconds.getTime() < now.getTime() - LONGEST_CALL_SECONDS * 1000;
  return isOver ? withSeconds : secondsFrom(withSeconds, -24 * 3600);
}
