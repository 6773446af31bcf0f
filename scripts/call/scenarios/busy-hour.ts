import { createRandom, type Random } from '../../../prisma/seed/random.ts';
import type { Ring } from '../call-events.ts';
import { CALLERS, EXTENSIONS, LINES, unknownCaller } from '../demo-world.ts';
import type { Stage } from '../stage.ts';

const CALLS = 40;
/** The same hour every time, so that two people who look at it see the same. */
const SEED = 4;

export type PlannedCall = {
  startsAt: number;
  ring: Ring;
  /** Whose turn it is when it has rung long enough; null when everybody it rings is busy, or nobody cares. */
  answeredBy: string | null;
  ringSeconds: number;
  talkSeconds: number;
};

/** An hour of calls squeezed into `minutes`: they come that much thicker, but ring and talk as long as people do in a hurry. */
export async function busyHour({ pbx, say, pause }: Stage, minutes: number): Promise<void> {
  const calls = planBusyHour(createRandom(SEED), minutes);
  say(`${calls.length} calls within ${minutes} minutes.`);

  const isMissed = await Promise.all(calls.map(play));
  say(`The hour is over: ${isMissed.filter(Boolean).length} of ${calls.length} calls were missed.`);

  async function play({ startsAt, ring, answeredBy, ringSeconds, talkSeconds }: PlannedCall): Promise<boolean> {
    await pause(startsAt);
    const callId = await pbx.ring(ring);
    say(`${ring.name ?? ring.from} calls ${ring.line}.`);
    await pause(ringSeconds);

    if (!answeredBy) {
      await pbx.giveUp(callId);
      return true;
    }
    await pbx.answer(callId, answeredBy);
    await pause(talkSeconds);
    await pbx.hangUp(callId);
    return false;
  }
}

const GROUPS = [
  { line: LINES.deliveryHotline, extensions: [EXTENSIONS.olga, EXTENSIONS.oskar] },
  { line: LINES.deliveryHotline, extensions: [EXTENSIONS.oskar, EXTENSIONS.olga] },
  { line: LINES.newCustomers, extensions: [EXTENSIONS.olga, EXTENSIONS.marta] },
  { line: LINES.complaints, extensions: [EXTENSIONS.marta] },
] as const;

/** Nobody answers two calls at once: who talks is busy until then, and callers are missed as they would be. */
export function planBusyHour(random: Random, minutes: number): PlannedCall[] {
  const apartSeconds = (minutes * 60) / CALLS;
  const busyUntil = new Map<string, number>();

  return Array.from({ length: CALLS }, (_, index) => {
    const startsAt = (index + random.next() * 0.8) * apartSeconds;
    const { line, extensions } = random.pick(GROUPS);
    const ringSeconds = random.int(15, 40) / 10;
    const talkSeconds = random.int(30, 120) / 10;

    const answersAt = startsAt + ringSeconds;
    const free = extensions.find((extension) => (busyUntil.get(extension) ?? 0) <= startsAt);
    const answeredBy = free && random.chance(0.85) ? free : null;
    if (answeredBy) busyUntil.set(answeredBy, answersAt + talkSeconds);

    const ring = { ...pickCaller(random, index), line, extensions, isQueued: random.chance(0.3) };
    return { startsAt, ring, answeredBy, ringSeconds, talkSeconds };
  });
}

function pickCaller(random: Random, index: number): Pick<Ring, 'from' | 'name'> {
  if (random.chance(0.1)) return { from: 'anonymous' };
  if (random.chance(0.35)) return { from: unknownCaller(index) };
  const { number, name } = random.pick(Object.values(CALLERS));
  return { from: number, name };
}
