import type { DialledCall } from '../call-backs/types.ts';
import { type CallRow, operatorExtension } from '../calls/row.ts';
import type { CallFold } from '../calls/types.ts';
import { readNumber } from '../phone-number.ts';
import type { Source } from './source.ts';

/** A call to the outside that was dialled, answered or ended just now: somebody may be called back by it. Null for all others. */
export function dialledCall(
  source: Pick<Source, 'country'>,
  { id, fold, people }: Pick<CallRow, 'id' | 'fold' | 'people'>,
  before: CallFold | null,
): DialledCall | null {
  if (fold.direction !== 'outbound' || !isNews(fold, before)) return null;
  const number = readNumber(fold.to.number, source.country);
  const dialledBy = fold.dialledBy ?? operatorExtension(fold);
  const by = people.find((each) => each.extension === dialledBy);
  if (number.kind !== 'number' || !by) return null;

  const { startedAt, answeredAt, endedAt, talkSeconds, cause } = fold;
  return { callId: id, byId: by.userId, e164: number.e164, startedAt, answeredAt, endedAt, talkSeconds, cause };
}

function isNews(fold: CallFold, before: CallFold | null): boolean {
  const isSame = (one: Date | null, other: Date | null) => one?.getTime() === other?.getTime();
  const isKnown = before !== null && before.dialledBy === fold.dialledBy;
  return !(isKnown && isSame(fold.answeredAt, before.answeredAt) && isSame(fold.endedAt, before.endedAt));
}
