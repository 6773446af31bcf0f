import type { EndCause } from '../pbx/envelope.ts';
import type { LegFacts, TransferFacts } from './types.ts';

//  ringing ──answered──> talking ──┐      A leg is one device's ring or talk.
//     └────────────ended───────────┴──>   An ended leg stays ended, whatever comes late.

export type Legs = Map<string, LegFacts>;

function blankLeg(legId: string, extension: string | null): LegFacts {
  return { legId, extension, state: 'ringing', ringingAt: null, answeredAt: null, endedAt: null, cause: null };
}

export function ringLeg(legs: Legs, legId: string, extension: string | null, at: Date): void {
  const leg = legs.get(legId) ?? blankLeg(legId, extension);
  legs.set(legId, { ...leg, extension: leg.extension ?? extension, ringingAt: leg.ringingAt ?? at });
}

export function endLeg(legs: Legs, legId: string, extension: string | null, at: Date, cause: EndCause): void {
  const leg = legs.get(legId) ?? blankLeg(legId, extension);
  legs.set(legId, {
    ...leg,
    extension: leg.extension ?? extension,
    state: 'ended',
    endedAt: leg.endedAt ?? at,
    cause: leg.cause ?? cause,
  });
}

/** One device answers: every other that rings stops ringing, whether or not the PBX says so for each (R8). */
export function answerLegs(legs: Legs, legId: string | undefined, extension: string, at: Date): void {
  const leg = answeringLeg(legs, legId, extension);

  for (const other of legs.values()) {
    if (other.legId !== leg.legId && other.state === 'ringing') endLeg(legs, other.legId, null, at, 'answered_elsewhere');
  }
  legs.set(leg.legId, {
    ...leg,
    extension: leg.extension ?? extension,
    answeredAt: leg.answeredAt ?? at,
    state: leg.state === 'ended' ? 'ended' : 'talking',
  });
}

/** The leg an answer speaks of: the one it names, else the device's latest, else one made for the device. */
function answeringLeg(legs: Legs, legId: string | undefined, extension: string): LegFacts {
  const named = legId ? legs.get(legId) : undefined;
  const latest = [...legs.values()].findLast((leg) => leg.extension === extension && leg.state !== 'ended');
  return named ?? latest ?? blankLeg(legId ?? `ext:${extension}`, extension);
}

/** The device gave the call away. */
export function releaseLegs(legs: Legs, extension: string, at: Date): void {
  for (const leg of legs.values()) {
    if (leg.extension === extension && leg.state === 'talking') endLeg(legs, leg.legId, extension, at, 'completed');
  }
}

/** Between colleagues both talk, and the device that dialled never rang: it gets a leg of its own. */
export function addDiallerLeg(legs: Legs, extension: string, answeredAt: Date, transfers: TransferFacts[]): void {
  if ([...legs.values()].some((leg) => leg.extension === extension)) return;

  const legId = `dialler:${extension}`;
  legs.set(legId, { ...blankLeg(legId, extension), state: 'talking', answeredAt });
  const given = transfers.find((each) => each.fromExtension === extension);
  if (given) releaseLegs(legs, extension, given.at);
}

/** The call is over: no leg outlives it, also where the PBX never said how the leg ended. */
export function closeLegs(legs: Legs, at: Date): void {
  for (const leg of legs.values()) {
    if (leg.state !== 'ended') endLeg(legs, leg.legId, null, at, leg.answeredAt ? 'completed' : 'caller_cancelled');
  }
}
