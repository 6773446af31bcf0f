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
  if (fold.direction !== 'outbound') return null;
  const isNew = before === null || partiesOf(before) !== partiesOf(fold);
  if (!isNew && isSame(fold.answeredAt, before.answeredAt) && isSame(fold.endedAt, before.endedAt)) return null;

  const number = readNumber(fold.to.number, source.country);
  const by = people.find((each) => each.extension === diallerOf(fold));
  const { startedAt, answeredAt, endedAt, talkSeconds, cause } = fold;
  return {
    callId: id,
    byId: by?.userId ?? null,
    e164: number.kind === 'number' ? number.e164 : null,
    isNew,
    ...{ startedAt, answeredAt, endedAt, talkSeconds, cause },
  };
}

function diallerOf(fold: CallFold): string | null {
  return fold.dialledBy ?? operatorExtension(fold);
}

/** Who called whom. */
function partiesOf(fold: CallFold): string {
  return JSON.stringify([fold.direction, diallerOf(fold), fold.to.number]);
}

function isSame(one: Date | null, other: Date | null): boolean {
  return one?.getTime() === other?.getTime();
}
