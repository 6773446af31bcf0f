import type { CallClass, CallDirection, ClassReason } from '../calls/types.ts';

export type CalledLine = { id: string; kind: CallClass };
export type Classification = { class: CallClass; reasons: ClassReason[] };

/** Which class an inbound call belongs to, by the line it came in on (S4.6, S4.14); decided once, at its first event. */
export function classify(line: CalledLine | null): Classification {
  if (!line) return { class: 'service', reasons: [{ key: 'noLine', lineId: null }] };
  if (line.kind === 'new_customer') return { class: 'new_customer', reasons: [{ key: 'hotline', lineId: line.id }] };
  return { class: 'service', reasons: [{ key: 'serviceLine', lineId: line.id }] };
}

type Settled = { class: CallClass | null; reasons: ClassReason[] };

/**
 * The class a call keeps (events.md rule 5): the one it was given first. Only a class given before the PBX had said which line
 * was called is given anew, so that the order of arrival makes no difference; a call that is not inbound has none.
 */
export function settleClass(given: Settled | undefined, direction: CallDirection, line: CalledLine | null): Settled {
  if (direction !== 'inbound') return { class: null, reasons: [] };
  const isSettled = given?.class != null && given.reasons.every((reason) => reason.key !== 'noLine');
  return isSettled ? given : classify(line);
}
