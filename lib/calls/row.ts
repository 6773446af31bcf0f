import type { CallFacts, CallOperator } from '../caller-card/types.ts';
import { type PartyNumber, readNumber } from '../phone-number.ts';
import type { CallClass, CallFold, ClassReason } from './types.ts';

/** A call as it stands in the database, with the people and the line it names. */
export type CallRow = {
  id: string;
  pbxCallId: string;
  version: number;
  fold: CallFold;
  line: { id: string; name: string; display: string } | null;
  class: CallClass | null;
  reasons: ClassReason[];
  /** Who is behind the extensions that the call names. */
  people: CallOperator[];
};

/**
 * A call as one of our devices sees it: the other side's number, read by the connection's country, its name as the PBX sent it,
 * and the extension that has the call on this side.
 */
export type OtherSide = { party: PartyNumber; pbxName: string; operator: string | null };

/** Of a call between colleagues each sees the other, and has it; of any other call everybody sees the outside. */
export function otherSide(fold: CallFold, country: string, extension: string | null): OtherSide {
  const { number, name } = seesTheCalled(fold, extension) ? fold.to : fold.from;
  const hasItToo = fold.direction === 'internal' && extension !== null && isDialler(fold, extension);
  return { party: readNumber(number, country), pbxName: name, operator: hasItToo ? extension : operatorExtension(fold) };
}

/** Whether this device dialled the call, and has not given it away since. */
function isDialler({ dialledBy, transfers }: CallFold, extension: string): boolean {
  return dialledBy === extension && transfers.every((each) => each.fromExtension !== extension);
}

/** Whether the one at this extension sees whom the call went to, rather than where it came from. */
export function seesTheCalled(fold: CallFold, extension: string | null): boolean {
  return fold.direction === 'outbound' || (fold.direction === 'internal' && extension !== null && extension === fold.dialledBy);
}

/** What goes into a phone field; null when the number is withheld. */
export function partyPhone(party: PartyNumber): string | null {
  if (party.kind === 'withheld') return null;
  return party.kind === 'number' ? party.e164 : party.display;
}

/** Every extension that the call names. */
export function extensionsOf(fold: CallFold): string[] {
  const named = [fold.dialledBy, fold.holder, ...fold.operators, ...fold.legs.map((leg) => leg.extension)];
  return [...new Set(named.filter((each) => each !== null))];
}

/**
 * Whose devices ring now. A device that dials does not ring, whatever a PBX calls its leg; one that a call was transferred
 * to does, whoever dialled it, and so does the dialler's own when it comes back.
 */
export function ringingExtensions(fold: CallFold): string[] {
  if (fold.phase === 'ended') return [];
  const transferredAt = fold.transfers.at(-1)?.at;
  const ringing = fold.legs.filter((leg) => {
    if (leg.state !== 'ringing' || !leg.ringingAt) return false;
    if (transferredAt && leg.ringingAt >= transferredAt) return true;
    return fold.direction !== 'outbound' && leg.extension !== fold.dialledBy;
  });
  return [...new Set(ringing.map((leg) => leg.extension).filter((each) => each !== null))];
}

/** The one who has the call: talks or talked, or dials. */
export function operatorExtension(fold: CallFold): string | null {
  return fold.holder ?? (fold.answeredAt ? null : fold.dialledBy);
}

export function toFacts(row: CallRow, { party, pbxName, operator }: OtherSide): CallFacts {
  const { id, pbxCallId, version, fold, line, class: callClass, reasons, people } = row;
  const person = (extension: string | null) => people.find((each) => each.extension === extension) ?? null;

  return {
    callId: id,
    pbxCallId,
    version,
    direction: fold.direction,
    phase: fold.phase,
    number: {
      e164: party.kind === 'number' ? party.e164 : null,
      display: party.kind === 'withheld' ? '' : party.display,
      isWithheld: party.kind === 'withheld',
    },
    pbxName,
    line,
    class: callClass,
    reasons,
    startedAt: fold.startedAt.toISOString(),
    answeredAt: fold.answeredAt?.toISOString() ?? null,
    endedAt: fold.endedAt?.toISOString() ?? null,
    cause: fold.cause,
    isEstimated: fold.isEstimated,
    operator: person(operator),
    ringing: ringingExtensions(fold)
      .map(person)
      .filter((each) => each !== null),
  };
}
