import type { CallClass, ClassReason } from '../calls/types.ts';

export type CalledLine = { id: string; kind: CallClass };
export type Classification = { class: CallClass; reasons: ClassReason[] };

/** Which class an inbound call belongs to, by the line it came in on (S4.6, S4.14); decided once, at its first event. */
export function classify(line: CalledLine | null): Classification {
  if (!line) return { class: 'service', reasons: [{ key: 'noLine', lineId: null }] };
  if (line.kind === 'new_customer') return { class: 'new_customer', reasons: [{ key: 'hotline', lineId: line.id }] };
  return { class: 'service', reasons: [{ key: 'serviceLine', lineId: line.id }] };
}
